#!/usr/bin/env python3
"""Writes the document of all commands, from what the program that is named says of itself with --help:

    packaging/commands.py build/release/docent > docs/commands.md
"""
import sys

from manual import help_of, sections_of

INTRODUCTION = """# Commands

Every command with all that it takes, as `docent COMMAND --help` prints it (`packaging/commands.py` wrote this page; a test
compares it). What each is for, and the exit statuses: [README](../README.md#commands). The same as a manual page: `man docent`.

"""


def escaped(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def table(entries):
    rows = [f"| `{escaped(what)}` | {escaped(description)} |" for what, description in entries if not what.startswith("-h,")]
    return "| option | does |\n| --- | --- |\n" + "\n".join(rows) + "\n\n" if rows else ""


def command_of(program, name, summary):
    text = f"## docent {name}\n\n{escaped(summary)}.\n\n"
    for title, entries in sections_of(help_of(program, name)):
        if title == "Common options":  # stand above, once for all commands
            continue
        if title not in ("Positionals", "Options"):
            text += f"{title}:\n\n"
        text += table(entries)
    return text


def commands(program):
    sections = dict(sections_of(help_of(program)))
    text = INTRODUCTION + "## With every command\n\n" + table(sections["Options"])
    return (text + "".join(command_of(program, *one) for one in sections["Subcommands"])).rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.stdout.write(commands(sys.argv[1]))
