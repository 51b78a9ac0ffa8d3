"""The Debian package: what is in it, and that its program finds its files when it is unpacked."""
import glob
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

BUILD = os.path.abspath(sys.argv[1])
CPACK = sys.argv[2]
del sys.argv[1:3]
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(*command, **options):
    done = subprocess.run(command, text=True, capture_output=True, timeout=200, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def files_below(folder):
    return {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names}


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        run(CPACK, "-G", "DEB", "--config", os.path.join(BUILD, "CPackConfig.cmake"), "-B", cls.folder)
        [cls.package] = glob.glob(os.path.join(cls.folder, "docent_*.deb"))
        cls.root = os.path.join(cls.folder, "root")
        run("dpkg-deb", "-x", cls.package, cls.root)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_it_holds_the_program_and_all_it_needs_to_serve(self):
        holds = files_below(self.root)
        wanted = {"usr/bin/docent", "usr/lib/systemd/system/docent.service", "usr/share/man/man1/docent.1.gz",
                  "usr/share/doc/docent/copyright", "usr/share/docent/web/index.html",
                  "usr/share/docent/template/topic.facts", "usr/share/docent/rules/en/forms.rules"}
        self.assertEqual(wanted - holds, set())
        for folder in ("knowledge", "rules", "template", "web"):
            installed = files_below(os.path.join(self.root, "usr/share/docent", folder))
            self.assertEqual(installed, files_below(os.path.join(HOME, folder)), folder)
        self.assertEqual({name.split("/")[0] for name in holds}, {"usr"})
        # What the build made, if it had what it takes to make it.
        self.assertEqual(files_below(os.path.join(self.root, "usr/share/docent/documents")), files_below(os.path.join(BUILD, "documents")))
        documents = files_below(os.path.join(self.root, "usr/share/doc/docent/docs"))
        self.assertIn("tutorial.md", documents)
        self.assertEqual({name for name in documents if name.startswith("page/") or name.endswith(".txt")}, set())
        self.assertEqual({name for name in holds if "/bin/" in name}, {"usr/bin/docent"})

    def test_it_depends_on_what_the_program_is_linked_with(self):
        depends = run("dpkg-deb", "-f", self.package, "Depends")
        for library in ("libicu", "libre2", "libsqlite3", "libssl", "libstemmer"):
            self.assertIn(library, depends)
        self.assertIn("docent maintainers", run("dpkg-deb", "-f", self.package, "Maintainer"))

    def test_nobody_but_root_may_write_what_is_installed(self):
        for at, folders, names in os.walk(self.root):
            for name in folders + names:
                mode = os.stat(os.path.join(at, name)).st_mode
                self.assertFalse(mode & (stat.S_IWGRP | stat.S_IWOTH), name)

    def test_the_program_answers_from_the_installed_files(self):
        program = os.path.join(self.root, "usr/bin/docent")
        answer = run(program, "ask", "how much did Shanghai AI raise in 2018", cwd=self.folder)
        self.assertIn("60 billion yuan", answer)
        run(program, "new", "topic", cwd=self.folder)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "topic", "topic.facts")))

    def test_its_changelog_is_of_this_version(self):
        told = run("dpkg-parsechangelog", "-l", os.path.join(HOME, "packaging", "changelog"), "-S", "Version").strip()
        self.assertEqual(told, run("dpkg-deb", "-f", self.package, "Version").strip())

    @unittest.skipUnless(shutil.which("lintian"), "lintian is not installed")
    def test_lintian_objects_to_nothing(self):
        told = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", self.package], text=True,
                              capture_output=True, timeout=200)
        self.assertEqual((told.returncode, told.stdout), (0, ""))

    def test_the_service_starts_what_is_installed(self):
        with open(os.path.join(self.root, "usr/lib/systemd/system/docent.service"), encoding="utf-8") as file:
            [start] = [line for line in file if line.startswith("ExecStart=")]
        words = start.removeprefix("ExecStart=").split()
        self.assertEqual(words[0], "/usr/bin/docent")
        listed = run(os.path.join(self.root, "usr/bin/docent"), "serve", "--help")
        for flag in words[1:]:
            if flag.startswith("--"):
                self.assertIn(flag, listed)
            if flag.startswith("/usr/share"):
                self.assertTrue(os.path.exists(self.root + flag), flag)


if __name__ == "__main__":
    unittest.main()
