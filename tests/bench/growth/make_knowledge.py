#!/usr/bin/env python3
"""Make a catalogue of N invented facts, and questions about it with known answers, to see how docent grows.

usage: make_knowledge.py FOLDER [--facts N] [--rules R] [--questions Q] [--seed S]

N facts are told of N/5 things of 20 types: FOLDER/knowledge holds them as fact files and as tables, half and half;
FOLDER/rules holds R ways of asking for an attribute; FOLDER/questions.jsonl holds Q questions of each kind:

    {"kind": "lookup", "q": "what is the length of ...", "expect": ["940"]}

Every one of `expect` stands in a right answer; where it is empty the facts do not say, and docent must not answer.
The same arguments make the same files.
"""
import argparse
import csv
import json
import pathlib
import random

FIRSTS = [("Northern", "北方"), ("Southern", "南方"), ("Eastern", "东方"), ("Western", "西方"), ("Royal", "皇家"),
          ("Grand", "宏大"), ("Saint", "圣徒"), ("Upper", "上游"), ("Lower", "下游"), ("Golden", "金色"),
          ("Silver", "银色"), ("Green", "绿色"), ("Victoria", "维多"), ("Imperial", "帝国"), ("Union", "联合"),
          ("Harbour", "港湾")]
GIVEN = [("Anna", "安娜"), ("Boris", "鲍里"), ("Clara", "克拉"), ("David", "大卫"), ("Edith", "伊迪"),
         ("Frank", "弗兰"), ("Gerda", "格尔"), ("Henry", "亨利"), ("Irene", "艾琳"), ("Jacob", "雅各"),
         ("Karin", "卡琳"), ("Louis", "路易"), ("Maria", "玛丽"), ("Nils", "尼尔"), ("Olga", "奥尔"), ("Peter", "彼得")]
BEGINS = "Bal Ced Dor Fen Gul Hal Jor Kel Lim Mor Nab Pol Quin Rus Sel Tam Vor Wex Yar Zim".split()
MIDDLES = "ade ibo oru une ati ego ilu ova uma eri aso oke ipa uda".split()
ENDS = "bex dorf gan holt kin lund mark nor pash rick sund tova vik wen zell foss grim hurst".split()
BEGINS_ZH = "巴塞多芬古哈约凯林莫纳波昆鲁萨塔沃威雅齐"
MIDDLES_ZH = "阿伊奥乌提戈卢瓦玛里索克帕达"
ENDS_ZH = "贝道甘霍金隆马诺帕里松托维文泽福格胡"


class Kind:
    """A type of things and what is measured of it."""

    def __init__(self, name, other, zh, measure, measure_zh, unit, high, low, comparative, largest):
        self.name, self.other, self.zh = name, other, zh
        self.measure, self.measure_zh, self.unit = measure, measure_zh, unit
        self.high, self.low, self.comparative, self.largest = high, low, comparative, largest


KINDS = [
    Kind("bridge", "viaduct", "大桥", "span", "跨度", "metres", "longest", "shortest", "longer", 9_000),
    Kind("ship", "steamer", "轮船", "tonnage", "吨位", "tonnes", "heaviest", "lightest", "heavier", 90_000),
    Kind("museum", "gallery", "博物馆", "collection", "藏品", "objects", "richest", "poorest", "richer", 800_000),
    Kind("hospital", "clinic", "医院", "bed count", "床位", "beds", "biggest", "smallest", "bigger", 4_000),
    Kind("university", "college", "大学", "enrolment", "学生数", "students", "fullest", "emptiest", "fuller", 60_000),
    Kind("airline", "carrier", "航空", "fleet", "机队", "aircraft", "strongest", "weakest", "stronger", 900),
    Kind("port", "haven", "港口", "throughput", "吞吐量", "tonnes", "busiest", "quietest", "busier", 5_000_000),
    Kind("tower", "spire", "塔楼", "stature", "塔高", "metres", "tallest", "lowest", "taller", 700),
    Kind("tunnel", "subway", "隧道", "bore", "洞长", "metres", "deepest", "shallowest", "deeper", 50_000),
    Kind("stadium", "arena", "体育场", "seating", "座位", "seats", "largest", "littlest", "larger", 120_000),
    Kind("library", "archive", "图书馆", "holdings", "藏书", "volumes", "greatest", "slightest", "greater", 9_000_000),
    Kind("theatre", "playhouse", "剧院", "stage width", "台宽", "metres", "widest", "narrowest", "wider", 60),
    Kind("factory", "plant", "工厂", "output", "产量", "tonnes", "mightiest", "feeblest", "mightier", 700_000),
    Kind("dam", "weir", "水坝", "crest", "坝顶", "metres", "highest", "flattest", "higher", 400),
    Kind("park", "garden", "公园", "acreage", "面积", "hectares", "broadest", "tightest", "broader", 90_000),
    Kind("observatory", "planetarium", "天文台", "altitude", "海拔", "metres", "loftiest", "nethermost", "loftier", 5_000),
    Kind("festival", "fair", "节日", "attendance", "观众", "visitors", "loudest", "softest", "louder", 900_000),
]
MONSTERS = "heron badger lantern comet anvil walrus beacon spindle teapot falcon compass trumpet".split()
DEEDS = "swallowed toppled painted guarded flooded haunted mended measured".split()
PLACES = "cellar attic courtyard gatehouse staircase orchard balcony fountain".split()


class World:
    """Things by type, each a dict; what one says of another is the other's dict."""

    def __init__(self, facts, seed):
        self.random = random.Random(seed)
        things = max(facts // 5, 20)
        each = max(things // 20, 1)
        stems = [(b + m + e, BEGINS_ZH[i] + MIDDLES_ZH[j] + ENDS_ZH[k])
                 for i, b in enumerate(BEGINS) for j, m in enumerate(MIDDLES) for k, e in enumerate(ENDS)]
        self.random.shuffle(stems)
        self.stems = stems[:max(12, min(len(stems), things // 8))]
        # The first words of names, and as many people, towns and companies as there are things of a type.
        self.towns = [self.town(*name) for name in self.names(each, self.stems)]
        self.people = [self.person(*name) for name in self.names(each, self.stems, GIVEN)]
        self.companies = [self.company(*name) for name in self.names(each, self.stems)]
        self.things = {kind: [self.thing(kind, *name) for name in self.names(each, self.stems)] for kind in KINDS}
        for town in self.towns:
            town["mayor"] = self.random.choice(self.people)
        for person in self.people:
            person["birthplace"] = self.random.choice(self.towns)
        for company in self.companies:
            company["seat"] = self.random.choice(self.towns)
            company["chairman"] = self.random.choice(self.people)

    def names(self, count, stems, firsts=FIRSTS):
        chosen = self.random.sample(range(len(firsts) * len(stems)), min(count, len(firsts) * len(stems)))
        return [(firsts[i % len(firsts)], stems[i // len(firsts)]) for i in chosen]

    def number(self, largest):
        """Nothing that could be a year."""
        number = self.random.randint(largest // 50, largest)
        return number + 2_000 if 1_000 <= number < 3_000 else number

    def date(self):
        return f"{self.random.randint(1, 28)} {self.random.choice(MONTHS)} {self.random.randint(1851, 2020)}"

    def money(self):
        return f"{self.random.randint(11, 999)} million euros"

    def town(self, first, stem):
        return {"name": f"{first[0]} {stem[0]} Town", "zh": first[1] + stem[1] + "镇", "also": f"{first[0]} {stem[0]} Borough",
                "population": self.number(900_000), "charter": self.date(), "budget": self.money(),
                "district": f"District {self.random.randint(1, 99)}"}

    def person(self, first, stem):
        return {"name": f"{first[0]} {stem[0]}", "zh": first[1] + "·" + stem[1], "also": f"{first[0]} van {stem[0]}",
                "birthday": self.date(), "fortune": self.money(), "profession": self.random.choice(PROFESSIONS),
                "height": self.random.randint(150, 199)}

    def company(self, first, stem):
        return {"name": f"{first[0]} {stem[0]} Company", "zh": first[1] + stem[1] + "公司",
                "also": f"{first[0]} {stem[0]} Holdings Limited", "staff": self.number(90_000),
                "turnover": self.money(), "registration": self.date()}

    def thing(self, kind, first, stem):
        return {"name": f"{first[0]} {stem[0]} {kind.name.title()}", "zh": first[1] + stem[1] + kind.zh,
                "also": f"{first[0]} {stem[0]} {kind.other.title()}",
                kind.measure: self.number(kind.largest), "opening": self.date(),
                "cost": self.money(), "owner": self.random.choice(self.companies),
                "director": self.random.choice(self.people)}


MONTHS = "January February March April May June July August September October November December".split()
PROFESSIONS = "architect botanist chemist dentist engineer geologist historian pianist sculptor surgeon".split()
COLUMNS = {"town": ["population", "charter", "budget", "district", "mayor"],
           "person": ["birthday", "fortune", "profession", "height", "birthplace"],
           "company": ["staff", "turnover", "registration", "seat", "chairman"]}


def columns_of(kind):
    return [kind.measure, "opening", "cost", "owner", "director"]


def shown(value):
    return value["name"] if isinstance(value, dict) else str(value)


DECLARED = """source: catalogue
title: An invented catalogue

type: person
also: people, man, woman
also@zh: 人

type: company
also: firm, companies
also@zh: 公司
isa: organisation

type: town
also: towns
also@zh: 城镇
isa: place

attribute: opening
kind: date
also: opened, open
also@zh: 开放日期
high: newest
low: oldest

attribute: cost
kind: money
also: costs, price
also@zh: 造价
high: dearest
low: cheapest

attribute: owner
kind: body
to: company
also: owned by, owned, owns, own
also@zh: 所有者
reverse: own, owned

attribute: director
kind: person
to: person
also: directed by, directed
also@zh: 馆长
reverse: direct, directs

attribute: mayor
kind: person
to: person
of: town
also@zh: 镇长

attribute: birthplace
kind: place
to: town
of: person

attribute: seat
kind: place
to: town
of: company
also: headquarters

attribute: chairman
kind: person
to: person
of: company

attribute: population
kind: count
of: town

attribute: staff
kind: count
of: company

attribute: height
kind: number
unit: cm
of: person
"""


def write_words(folder):
    with open(folder / "1-words.facts", "w", encoding="utf-8") as file:
        file.write(DECLARED)
        for kind in KINDS:
            plural = kind.name[:-1] + "ies" if kind.name.endswith("y") else kind.name + "s"
            file.write(f"\ntype: {kind.name}\nalso: {plural}\nalso@zh: {kind.zh}\n\nattribute: {kind.measure}\nkind: number\n"
                       f"unit: {kind.unit}\nof: {kind.name}\nalso@zh: {kind.measure_zh}\nhigh: {kind.high}, {kind.comparative}\nlow: {kind.low}\n"
                       "default: yes\n")


def write_table(folder, name, things, columns):
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["name", "other names"] + columns)
        for thing in things:
            table.writerow([thing["name"], f'{thing["also"]}; {thing["zh"]}'] + [shown(thing[column]) for column in columns])
    lines = [f"table: {name}.csv", "entity: name", f"type: {name}", "also: other names"]
    lines += [f"column: {column} => {column}" for column in columns]
    # Tables of people and places come first in name order: other tables name what stands in them.
    (folder / f"2-{name}.facts").write_text("\n".join(lines) + "\n", encoding="utf-8")


THINGS_IN_A_FILE = 500


def write_blocks(folder, name, things, columns, unit):
    for begin in range(0, len(things), THINGS_IN_A_FILE):
        with open(folder / f"3-{name}-{begin // THINGS_IN_A_FILE:03}.facts", "w", encoding="utf-8") as file:
            for thing in things[begin:begin + THINGS_IN_A_FILE]:
                file.write(f'entity: {thing["name"]}\ntype: {name}\nalso: {thing["also"]}\nalso@zh: {thing["zh"]}\n\n')
                for column in columns:
                    value = shown(thing[column])
                    said = f"{value} {unit}" if column == columns[0] else value
                    file.write(f'fact: {column}\nvalue: {value}\n'
                               f'says: The {column} of the {thing["name"]} is {said}.\n\n')


def write_legends(folder, world, count):
    """Facts that are found by the words of their sentences only."""
    legends = []
    kinds = list(world.things)
    with open(folder / "4-legends.facts", "w", encoding="utf-8") as file:
        for i in range(count):
            thing = world.random.choice(world.things[kinds[i % len(kinds)]])
            stem = world.random.choice(world.stems)[0]
            legend = (world.random.choice(MONSTERS), world.random.choice(DEEDS), world.random.choice(PLACES), stem)
            legends.append((thing, legend))
            file.write(f'fact: legend\nof: {thing["name"]}\nvalue: a {legend[0]} of {stem} {legend[1]} the {legend[2]}\n'
                       f'says: They say that a {legend[0]} of {stem} {legend[1]} the {legend[2]} of the {thing["name"]}.\n\n')
    return legends


def mistyped(world, name):
    """The name with two letters swapped in its rarest word, so that no other word is as near."""
    words = name.split()
    word = words[1]
    stems = {stem.lower() for stem, _ in world.stems}
    for at in range(2, len(word) - 2):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2:]
        if word[at] != word[at + 1] and swapped.lower() not in stems:
            return " ".join([words[0], swapped] + words[2:])
    return None


def questions_of(world, legends, count):
    random_ = world.random
    kinds = list(world.things)
    pick = lambda things: random_.choice(things)
    names = {thing["name"] for things in world.things.values() for thing in things}

    def lookup():
        kind = pick(kinds)
        thing = pick(world.things[kind])
        column = pick(columns_of(kind))
        return f'what is the {column} of the {thing[pick(["name", "also"])]}', [shown(thing[column])]

    def chinese():
        kind = pick(kinds)
        thing = pick(world.things[kind])
        return f'{thing["zh"]}的{kind.measure_zh}是多少', [str(thing[kind.measure])]

    def reverse():
        kind = pick(kinds)
        thing = pick(world.things[kind])
        owned = [other["name"] for other in world.things[kind] if other["owner"] is thing["owner"]]
        return f'which {kind.name} does the {thing["owner"]["name"]} own', owned

    def filtered():
        kind = pick(kinds)
        ranked = sorted(world.things[kind], key=lambda thing: -thing[kind.measure])
        most = random_.randint(1, min(4, len(ranked) - 1)) if len(ranked) > 1 else 0
        bound = min(ranked[most][kind.measure], ranked[0][kind.measure] - 1)
        return (f'which {kind.name} is {kind.comparative} than {bound}',
                [thing["name"] for thing in ranked if thing[kind.measure] > bound])

    def superlative():
        kind = pick(kinds)
        high = random_.random() < 0.5
        best = (max if high else min)(thing[kind.measure] for thing in world.things[kind])
        return (f'what is the {kind.high if high else kind.low} {kind.name}',
                [thing["name"] for thing in world.things[kind] if thing[kind.measure] == best])

    def counted():
        kind = pick(kinds)
        return f'how many {kind.name}s are there' if not kind.name.endswith("y") else \
            f'how many {kind.name[:-1]}ies are there', [str(len(world.things[kind]))]

    def typo():
        while True:
            kind = pick(kinds)
            thing = pick(world.things[kind])
            name = mistyped(world, thing["name"])
            if name:
                return f'what is the {kind.measure} of the {name}', [str(thing[kind.measure])]

    def words():
        thing, legend = pick(legends)
        return f'what legend tells of a {legend[2]} that a {legend[0]} of {legend[3]} {legend[1]}', [thing["name"]]

    def nested():
        kind = pick(kinds)
        thing = pick(world.things[kind])
        company = thing["owner"]
        if random_.random() < 0.5:
            return f'what is the seat of the owner of the {thing["name"]}', [company["seat"]["name"]]
        return f'who is the chairman of the owner of the {thing["name"]}', [company["chairman"]["name"]]

    def deep():
        thing = pick(world.things[pick(kinds)])
        fortune = thing["owner"]["chairman"]["fortune"]
        return f'what is the fortune of the chairman of the owner of the {thing["name"]}', [fortune]

    def declined():
        kind = pick(kinds)
        thing = pick(world.things[kind])
        if random_.random() < 0.5:
            return f'what was the {kind.measure} of the {thing["name"]} in 1612', []
        return f'what is the {kind.measure} of the {pick(FIRSTS)[0]} Xyqothulf {kind.name.title()}', []

    def mixed():
        """A name that nothing has, put together of words of other names."""
        while True:
            kind, first, stem = pick(kinds), pick(FIRSTS), pick(world.stems)
            name = f"{first[0]} {stem[0]} {kind.name.title()}"
            if name not in names:
                return f'what is the {kind.measure} of the {name}', []

    makers = {"lookup": lookup, "chinese": chinese, "reverse": reverse, "filter": filtered, "superlative": superlative,
              "count": counted, "typo": typo, "words": words, "nested": nested, "deep": deep, "decline": declined, "mixed": mixed}
    for kind, make in makers.items():
        for _ in range(count):
            question, expect = make()
            yield {"kind": kind, "q": question, "expect": expect}


def write_rules(folder, count, seed):
    """Ways of asking that no question uses, but that begin like those that are asked."""
    random_ = random.Random(seed + 1)
    with open(folder / "made.rules", "w", encoding="utf-8") as file:
        for i in range(count):
            word = "".join(random_.choice(group).lower() for group in (BEGINS, MIDDLES, ENDS)) + \
                random_.choice(BEGINS).lower()
            file.write(f"rule: made {i}\nask: what is the {word} {{attribute}} of {{thing}}\nfind: {{attribute}} of {{thing}}\n\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--facts", type=int, default=10_000)
    options.add_argument("--rules", type=int, default=0)
    options.add_argument("--questions", type=int, default=200, help="of each kind")
    options.add_argument("--seed", type=int, default=7)
    options = options.parse_args()

    for name in ("knowledge", "rules"):
        (options.folder / name).mkdir(parents=True, exist_ok=True)
    folder = options.folder / "knowledge"
    world = World(options.facts, options.seed)
    write_words(folder)
    write_table(folder, "person", world.people, COLUMNS["person"])
    write_table(folder, "town", world.towns, COLUMNS["town"])
    write_table(folder, "company", world.companies, COLUMNS["company"])
    for i, kind in enumerate(KINDS):
        if i % 2 == 0:
            write_blocks(folder, kind.name, world.things[kind], columns_of(kind), kind.unit)
        else:
            write_table(folder, kind.name, world.things[kind], columns_of(kind))
    legends = write_legends(folder, world, max(options.facts // 100, 4))
    if options.rules:
        write_rules(options.folder / "rules", options.rules, options.seed)
    with open(options.folder / "questions.jsonl", "w", encoding="utf-8") as file:
        for question in questions_of(world, legends, options.questions):
            file.write(json.dumps(question, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
