"""Text files that change: three files that always agree on one number, for tests of reloading."""
import os
import re

QUESTION = "What is the crew of the Aurora? And what is the crew of the Borealis?"


class Harbour:
    """A knowledge folder whose two ships have a crew of the same size, another in each generation."""

    def __init__(self, folder):
        self.folder = folder
        self.write(0)

    def crew(self, generation):
        return str(20000 + generation)

    def write(self, generation, expected=None):
        """Writes one generation; `expected` is what its test lines expect, if not what is right."""
        crew = self.crew(generation)
        self.write_file("a-log.facts", f"source: log\ntitle: The log, edition {crew}\n")
        for ship in ("Aurora", "Borealis"):
            self.write_file(f"{ship.lower()}.facts", self.ship(ship, crew, expected))

    def ship(self, name, crew, expected=None):
        """The file of one of the ships."""
        return (f"entity: {name}\ntype: ship\n\n"
                f"fact: crew\nvalue: {crew}\nsays: The {name} sails with a crew of {crew}.\n"
                f"test: what is the crew of the {name} => {expected or crew}\n")

    def write_file(self, name, text):
        """As editors do it: whole, under another name first."""
        path = os.path.join(self.folder, name)
        with open(path + "~", "w", encoding="utf-8") as out:
            out.write(text)
        os.replace(path + "~", path)


def generations_in(answer):
    """The crews that an answer names: one, if it comes from one whole Brain."""
    said = " ".join([answer["text"], *(value["text"] for value in answer["values"]),
                     *(fact["says"] + " " + fact["source_title"] for fact in answer["facts"])])
    return {int(number) for number in re.findall(r"\d+", said.replace(",", ""))}
