import json
Q=[]
def n(x): # a number standing alone
    return r"(?<!\d)(?<!\d[.,])"+x+r"(?![.,]?\d)"
YES=r"^\W*(?:yes|yeah|yep|correct|indeed|that(?:'s| is) right|true|it (?:is|does|has|was|will)\b(?!\s*(?:not|n't)))"
NO=r"^\W*(?:no\b|nope|not\b|incorrect|false)"
def a(kind,q,*exp,ctx=(),forbid=()):
    if kind=="yesno-yes": forbid=[r"^\W*no\b"]
    if kind=="yesno-no": forbid=[r"^\W*yes\b"]
    Q.append(dict(q=q,context=list(ctx),kind=kind,expect=list(exp),forbid=list(forbid),answerable=True))
def u(kind,q,ctx=()):
    Q.append(dict(q=q,context=list(ctx),kind=kind,expect=[],forbid=[],answerable=False))
# lookup
a("superlative","Which department of the dam has the fewest employees?",r"visitor",forbid=[r"^\W*(?:the )?(?:power station|maintenance|control room)"])
a("yesno-yes","Did any workers lose their lives while the dam was being built?",YES[:-1]+r"|nine\b|9\b)")
a("lookup","What kind of rock are the sides of the gorge made of?",r"granite")
a("lookup","What's the name of the village that disappeared under the water?",r"Nether\s+Sallow",)
a("lookup","What became of the church from the drowned village?",r"rebuil|re-?erected|reassembl|reconstruct|\bhill\b|taken down|dismantl|moved (?:stone|up|to the hill)")
a("lookup","What part of the old village sometimes pokes out of the lake?",r"chimney")
a("lookup","which bus do i take to get to the dam",r"(?<!\d)14(?!\d)|fourteen")
a("lookup","What job did Ruth Okafor have before she came to the dam?",r"tunnel|railway")
# who
a("who","Who designed the dam?",r"Vennet")
a("who","Who is in charge of the dam these days?",r"Okafor",forbid=[r"Drexler is|Lindholm"])
a("who","Who runs the visitor centre?",r"Marchetti",forbid=[r"^\W*(?:Tomas |Ingrid |Ruth )?(?:Brill|Sato|Okafor)\W*$"])
a("count","How many people work at the dam?",n("86")+r"|eighty[\s-]six",forbid=[r"^\W*(?:34|29|15|8)\b"])
a("who","Who said that a lake under glass is no longer a lake?",r"Perrin|chair of the (?:Oswin )?Anglers")
# where
a("where","Where can you find the plaque with the names of the dead workers?",r"east(?:ern)?\s+(?:end|side)|\bcrest\b")
a("where","Where does the water board have its head office?",r"Dunford")
a("where","Where did the people of Nether Sallow go when their homes were flooded?",r"Marlbeck")
# when
a("when","When did they start building the dam?",r"1958",forbid=[r"1955|1964"])
a("when","What year was the fish lift put in?",r"1998")
a("when","On what date will the dam's 60th birthday be celebrated?",r"14(?:th)?\s+(?:of\s+)?Sept|Sept\w*\.?\s+14|2024-09-14")
# why
a("why","Why did Vennet go for an arch?",r"granite|concrete|hard")
a("why","Why did the dam turn out more expensive than planned?",r"landslide|tunnel")
a("why","Why can't people swim close to the wall?",r"current|intake")
a("why","why isn't Cora running",r"crack|shaft")
a("why","Why was the idea of making the wall taller dropped?",r"expens|cost|money",forbid=[r"(?<!\d)(?:38|4\.5) million"])
a("why","Why are tour groups never bigger than twelve people?",r"\b(?:lift|elevator)\b",forbid=[r"fish|salmon"])
# purpose
a("purpose","What is the point of sounding a siren before the gates open?",r"angler|riverbed|river bed|fisher")
a("purpose","What are the solar panels supposed to make up for?",r"low\s+water|water.*\blow\b")
# how / manner
a("how","How often do divers check the wall?",r"(?:five|5)[\s-]+year|every fifth year|5-?yearly")
# quantity
a("quantity","how tall is kestrel gorge dam",n("94")+r"|ninety[\s-]four")
a("quantity","How thick is the wall at the bottom?",n("21")+r"|twenty[\s-]one",forbid=[r"^\W*5\b"])
a("quantity","How much did it cost to build the dam?",n("38")+r"\s*(?:million|m\b)|38,000,000|thirty[\s-]eight million")
a("quantity","How long does a guided tour take?",n("75")+r"|seventy[\s-]five|hour and a quarter")
a("quantity","How much does a child have to pay to get in?",n("5")+r"|\bfive\b",forbid=[r"^\W*12\b"])
a("quantity","How much water can the lake hold?",n("140")+r"\s*(?:million|m\b)|140,000,000")
# count
a("count","How many people lost their lives in the flood of 1947?",n("23")+r"|twenty[\s-]three")
a("count","How many sensors keep an eye on the wall?",n("240"))
# list
a("list","Which towns get their drinking water from the lake?",r"Port Elling",r"Dunford",r"Marlbeck")
a("list","What purposes does the dam serve?",r"flood",r"drinking",r"electric|power",r"irrigat")
a("list","What do the sensors measure?",r"tilt",r"temperature",r"pressure")
a("list","What is there to see in the exhibition?",r"model",r"diving suit",r"drawing")
# yes/no, yes
a("yesno-yes","Can I take my dog onto the crest?",YES[:-1]+r"|you (?:can|may)\b(?!\s*not)|dogs are allowed)")
a("yesno-yes","Do school classes get in for free?",YES[:-1]+r"|they do\b(?!\s*not)|school classes enter free)")
a("yesno-yes","Is there always someone in the control room at night?",YES[:-1]+r"|the control room is staffed)")
# yes/no, no
a("yesno-no","Was the dam damaged by the earthquake in 2006?",NO[:-1]+r"|the dam was(?: not|n't))")
a("yesno-no","am i allowed to fly a drone at the dam?",NO[:-1]+r"|drones are (?:forbidden|not|banned))")
a("yesno-no","Is the visitor centre open in January?",NO[:-1]+r"|(?:it|the visitor centre) is (?:closed|not))")
a("yesno-no","Was Upper Kestrel Dam built later than Kestrel Gorge Dam?",NO[:-1]+r"|.*\b(?:earlier|older|before)\b)")
# superlative / comparison
a("superlative","Which town draws the most water from the lake?",r"Port Elling",forbid=[r"\b(?:is|was) (?:Dunford|Marlbeck)"])
a("superlative","Which turbine is the most powerful?",r"\bCora\b",forbid=[r"^\W*(?:Anna|Berta)"])
a("comparison","Were more salmon carried over the dam in 2023 or in 2022?",r"2023",forbid=[r"^\W*(?:in )?2022"])
a("comparison","Which is higher, Upper Kestrel Dam or Kestrel Gorge Dam?",r"Kestrel Gorge",forbid=[r"Upper Kestrel (?:Dam )?is (?:the )?(?:higher|taller)"])
# multi-hop
a("multihop","How much power does the turbine with the cracked shaft produce?",n("36")+r"|thirty[\s-]six",forbid=[r"(?<!\d)22(?!\d)"])
a("multihop","Who chairs the club whose protests led to the fish lift?",r"Perrin")
a("multihop","In which year was the turbine that is currently broken installed?",r"1987",forbid=[r"1964"])
a("opinion","What effect does the director of the dam expect the solar panels to have?",r"evaporat")
a("yesno-no","Did the dam's construction stay within the planned budget?",NO)


# follow-ups
F=[]
a("followup","Who held the post before her?",r"Drexler",ctx=["Who is the director of the dam?"])
a("followup","And Dunford?",n("15[,. ]?000")+r"|fifteen thousand",ctx=["How much water does Port Elling take per day?"])
a("followup","Why does he support it?",r"45|jobs|forty[\s-]five",ctx=["What does Janek Holm think of the solar panels?"])
a("followup","What will the repair cost?",r"4[.,]5\s*(?:million|m\b)|4,500,000",ctx=["Is Cora running at the moment?"])
a("followup","And at the top?",n("5")+r"|\bfive\b",forbid=[r"^\W*21\b"],ctx=["How thick is the wall at the base?"])
a("followup","How heavy is each of them?",n("42")+r"|forty[\s-]two",ctx=["How many gates does the spillway have?"])
# unanswerable near misses
u("unanswerable","How old was Clara Vennet when she designed the dam?")
u("unanswerable","Which architect designed the visitor centre?")
u("unanswerable","How much does one of the spillway gates cost?")
u("unanswerable","how deep is lake sallow")
u("unanswerable","Who is the mayor of Dunford?")
u("unanswerable","When was Upper Kestrel Dam last inspected by divers?")
u("unanswerable","How many visitors came to the centre in 2022?")
u("unanswerable","Where was Ruth Okafor born?")
u("unanswerable","What will the floating solar panels cost?")
u("unanswerable","How high is the fish lift?")
u("unanswerable","What does Tomas Brill think about the solar panels?")
u("unanswerable","Why did Paul Drexler leave his post?")
u("unanswerable","How long is Upper Kestrel Dam?")
# follow-up unanswerable
u("followup-unanswerable","And who chairs it?",ctx=["Who owns the dam?"])
u("followup-unanswerable","How much does each of them weigh?",ctx=["What are the three turbines called?"])
# false premises
u("false-premise","Why did Ingrid Sato resign as director of the dam?")
u("false-premise","When was the fourth turbine installed?")
u("false-premise","Who repaired the dam after the 2006 earthquake damage?")
json_lines=Q
print(len(Q))
import random
# shuffle lightly: fixed seed, so that kinds mix
random.Random(7).shuffle(Q)
with open("questions.jsonl","w") as f:
    for i,x in enumerate(Q,1):
        f.write(json.dumps(dict(id=f"c{i:03d}",**x),ensure_ascii=False)+"\n")
