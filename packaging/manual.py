#!/usr/bin/env python3
"""Writes the manual page of the program that is named, from what it says of itself with --help:

    packaging/manual.py build/release/docent > docs/docent.1
"""
import re
import subprocess
import sys

INTRODUCTION = r""".TH DOCENT 1 "" docent "User commands"
.SH NAME
docent \- answer questions from facts that people wrote down
.SH SYNOPSIS
.B docent
.RI [ OPTIONS ]
.I COMMAND
.RI [ ARGUMENTS ]
.SH DESCRIPTION
docent answers questions, in English and Chinese, from facts that people wrote in text files, and from nothing else.
Every answer names the fact it stands on; what the facts do not hold it declines.
It reads the folders
.I knowledge
and
.I rules
above the current folder or above the program, or those of
.IR /usr/share/docent .
"""

CONCLUSION = r""".SH EXIT STATUS
.TP
.B 0
fine
.TP
.B 1
a test failed, or nothing was found
.TP
.B 2
wrong usage
.TP
.B 3
something is wrong in the text files
.TP
.B 4
the machine: a file, a port
.SH ENVIRONMENT
.TP
.B DOCENT_API_TOKEN\fR, \fBDOCENT_ADMIN_TOKEN
tokens of the server, if no file of them is named
.TP
.B NO_COLOR
if set,
.B docent explain \-\-trace
prints no colours
.SH SEE ALSO
.I /usr/share/doc/docent/docs
"""


def help_of(program, *command):
    run = subprocess.run([program, *command, "--help"], text=True, capture_output=True, check=True)
    return run.stdout


def sections_of(text):
    """("Options", [(what, description), ...]) in order; CLI11 writes an entry at two spaces, its description in column 30,
    on the next line if what it describes is as long as that."""
    for title, body in re.findall(r"^(\S[^\n]*):\n((?:  .*\n)+)", text, re.MULTILINE):
        # An entry with its description on a line of its own is joined to it first.
        joined = re.sub(r"^(  \S[^\n]*)\n {30}", lambda entry: entry[1] + "\0", body, flags=re.MULTILINE)
        entries = [line.split("\0") if "\0" in line else (line[:30], line[30:]) for line in joined.splitlines()]
        yield title, [(what.strip(), description.strip()) for what, description in entries]


def escaped(text):
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))


def entry(what, description):
    return f".TP\n.B {escaped(what)}\n{escaped(description)}\n"


def command_of(program, name, summary):
    text = f".SS docent {escaped(name)}\n{escaped(summary)}\n"
    for title, entries in sections_of(help_of(program, name)):
        if title == "Common options":  # stand above, once for all commands
            continue
        if title not in ("Positionals", "Options"):
            text += f".P\n{escaped(title)}:\n"
        text += "".join(entry(*one) for one in entries if not one[0].startswith("-h,"))
    return text


def manual(program):
    sections = dict(sections_of(help_of(program)))
    text = INTRODUCTION + ".SH OPTIONS\n" + "".join(entry(*one) for one in sections["Options"])
    text += ".SH COMMANDS\n" + "".join(command_of(program, *one) for one in sections["Subcommands"])
    return text + CONCLUSION


if __name__ == "__main__":
    sys.stdout.write(manual(sys.argv[1]))
