import json,re,collections
rows=[json.loads(l) for l in open('questions.jsonl')]
src=open('source.txt').read()
assert [r['id'] for r in rows]==[f"c{i:03d}" for i in range(1,81)]
assert len({r['q'].lower() for r in rows})==80
for r in rows:
    assert set(r)=={'id','q','context','kind','expect','forbid','answerable'}
    assert isinstance(r['context'],list) and r['q'].strip()
    assert bool(r['expect'])==r['answerable'],r
    for p in r['expect']+r['forbid']: re.compile(p,re.I|re.S)
    assert not any(re.search(p,"",re.I) for p in r['expect'])
    if r['answerable'] and not r['kind'].startswith('yesno'):
        assert all(re.search(p,src,re.I|re.S) for p in r['expect']),r
    for good,bad,k in (("Yes.","No.","yesno-yes"),("No.","Yes.","yesno-no")):
        if r['kind']==k:
            ok=lambda t: all(re.search(p,t,re.I|re.S) for p in r['expect']) and not any(re.search(p,t,re.I|re.S) for p in r['forbid'])
            assert ok(good) and not ok(bad) and ok(good[:-1]+", so it is.") ,r
# a right full-sentence answer: some sentence(s) of the source must pass expect AND forbid
sents=re.split(r'(?<=[.?!])\s+',src)
for r in rows:
    if r['answerable'] and not r['kind'].startswith('yesno'):
        f=[s for s in sents if all(re.search(p,s,re.I|re.S) for p in r['expect']) and not any(re.search(p,s,re.I|re.S) for p in r['forbid'])]
        print(r['id'],r['q'][:60],'|',len(f), f[0].strip()[-90:] if f else 'NONE')
print(collections.Counter(r['kind'] for r in rows)); print(sum(not r['answerable'] for r in rows),'unanswerable')
