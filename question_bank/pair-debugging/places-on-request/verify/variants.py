# hiretool-canary-5e279acc-f5ab-4cb6-9c2b-fc49c7f51331
"""Seed -> the numbers in the prompt, and the places and requests that the candidate receives."""

import json
import math
import unicodedata
from collections import Counter
from functools import lru_cache

import numpy as np

PLACES = {
    "English": "Sheffield|Norwich|Plymouth|Lancaster|Carlisle|Exeter|Bath|York|Ipswich|Bournemouth|Southampton|Derby|Oxford|Durham"
    "|Cambridge|Gloucester|Hereford|Worcester|Coventry|Brighton|Hastings|Dover|Stockport|Preston|Whitby|Bristol|Leeds|Hull",
    "French": "Orléans|Besançon|Nîmes|Périgueux|Angoulême|Béziers|Châteauroux|Alençon|Mâcon|Sète|Évreux|Épinal|Saint-Étienne"
    "|La Rochelle|Le Havre|Aix-les-Bains|Évian-les-Bains|Vénissieux|Nevers|Limoges|Quimper|Vannes|Guéret|Pézenas|Hyères|Fréjus",
    "German": "Gießen|Köln|München|Düsseldorf|Göttingen|Würzburg|Lübeck|Tübingen|Meißen|Nürnberg|Fürth|Osnabrück|Saarbrücken"
    "|Großenhain|Weißenfels|Pößneck|Bad Tölz|Görlitz|Mönchengladbach|Münster|Bad Säckingen|Straubing|Passau|Regensburg|Füssen",
    "Greek": "Αθήνα|Θεσσαλονίκη|Πάτρα|Ηράκλειο|Λάρισα|Βόλος|Ιωάννινα|Καβάλα|Χανιά|Ρόδος|Σπάρτη|Τρίπολη|Καλαμάτα|Ταΰγετος"
    "|Κέρκυρα|Ζάκυνθος|Ναύπλιο|Κόρινθος|Λαμία|Βέροια|Δράμα|Σέρρες|Πρέβεζα|Μεσολόγγι|Γύθειο|Ξάνθη|Κομοτηνή|Άρτα|Ρέθυμνο",
    "Polish": "Łódź|Kraków|Gdańsk|Wrocław|Poznań|Białystok|Toruń|Rzeszów|Częstochowa|Bielsko-Biała|Zielona Góra|Świnoujście"
    "|Jelenia Góra|Nowy Sącz|Ełk|Chełm|Zamość|Płock|Słupsk|Kołobrzeg|Tychy|Radom|Elbląg|Przemyśl|Suwałki|Wałbrzych|Gniezno",
    "Turkish": "İstanbul|İzmir|Diyarbakır|Eskişehir|Şanlıurfa|Çanakkale|Muğla|Balıkesir|Kırşehir|Nevşehir|Niğde|Iğdır|Ağrı|Uşak"
    "|Kütahya|Gümüşhane|Adıyaman|Elazığ|Çorum|Kırklareli|Tekirdağ|Zonguldak|Aydın|Isparta|Kastamonu|Muş|Bingöl",
    "Vietnamese": "Hà Nội|Hải Phòng|Đà Nẵng|Huế|Cần Thơ|Biên Hòa|Nha Trang|Đà Lạt|Vũng Tàu|Quy Nhơn|Nam Định|Thanh Hóa|Vinh"
    "|Hạ Long|Thái Nguyên|Bắc Ninh|Phan Thiết|Buôn Ma Thuột|Long Xuyên|Mỹ Tho|Rạch Giá|Cà Mau|Hội An|Tuy Hòa|Việt Trì|Lào Cai",
}
ALWAYS = ("Ταΰγετος", "Gießen", "Βόλος", "Đà Nẵng", "Nowy Sącz")
"""In every gazetteer: each is spelled otherwise after another of the steps."""


def spelled(name):
    """The spelling of the gazetteer, marks joined again after capitals have gone."""
    small = unicodedata.normalize("NFC", "".join(letter.casefold() for letter in name))
    return " ".join(word for word in small.replace("\u00a0", " ").split(" ") if word)


def forms(name):
    """Ways in which a name comes in; all of them have the same spelling in the gazetteer."""
    ways = [
        name,
        unicodedata.normalize("NFD", name),
        name.upper(),
        unicodedata.normalize("NFD", name.upper()),
        name.replace(" ", "\u00a0"),
        f" {name}  ".replace(" ", "  "),
    ]
    return [way for way in dict.fromkeys(ways) if spelled(way) == spelled(name)]


def _pieces(name):
    marked = "<" + name + ">"
    return [marked[at:to] for at in range(len(marked)) for to in (at + 2, at + 3) if to <= len(marked)]


def alike(learnt, names):
    """(name, place): how like each name is to each place, both of that very spelling, worked out piece by piece."""
    cut = [_pieces(name) for name in learnt]
    holders = Counter(piece for some in cut for piece in set(some))

    def weighed(name):
        parts = _pieces(name)
        return {
            piece: parts.count(piece) * (1 + math.log((1 + len(cut)) / (1 + holders.get(piece, 0)))) for piece in parts
        }

    kept, rows = {}, []
    for number, place in enumerate(map(weighed, learnt)):
        length = math.sqrt(sum(value**2 for value in place.values()))
        for piece, value in place.items():
            kept.setdefault(piece, []).append((number, value / length))
    for own in map(weighed, names):
        size, row = math.sqrt(sum(value**2 for value in own.values())), [0.0] * len(learnt)
        for piece, value in own.items():
            for number, part in kept.get(piece, []):
                row[number] += value / size * part
        rows.append(row)
    return np.array(rows)


def taken_for(learnt, names, least=0.5):
    """The number of the place that each name is taken for, None if none is alike enough."""
    return [int(np.argmax(row)) if row.max() >= least else None for row in alike(learnt, names)]


@lru_cache(maxsize=4)
def books(seed):
    """The names of the gazetteer, and requests: (name as it came in, number of the place)."""
    rng = np.random.default_rng([seed, 2])
    places = []
    for text in PLACES.values():
        names = [name for name in text.split("|") if name not in ALWAYS]
        places += [names[at] for at in rng.permutation(len(names))[: int(rng.integers(12, 19))]]
    places = [[*places, *ALWAYS][at] for at in rng.permutation(len(places) + len(ALWAYS))]
    day = []
    for number in rng.integers(0, len(places), int(rng.integers(120, 181))).tolist():
        ways = forms(places[number])
        shares = np.array([4.0, 4.0, 1.0, 1.0, 1.0, 1.0][: len(ways)])
        day.append((ways[rng.choice(len(ways), p=shares / shares.sum())], number))
    return places, day


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None where travellers would hardly notice."""
    places, day = books(seed)
    learnt = [spelled(name) for name in places]
    met = taken_for(learnt, [name.strip().lower() for name, _ in day])
    missed = [number for place, (_, number) in zip(met, day, strict=True) if place != number]
    got = {number for place, (_, number) in zip(met, day, strict=True) if place == number}
    if len(missed) < 0.1 * len(day) or len(got & set(missed)) < 5:
        return None
    return {
        "places": len(places),
        "requests": len(day),
        "missed": len(missed),
        "both": len(got & set(missed)),
    }


def write(folder, seed):
    """Put data/gazetteer.json and data/requests.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    places, day = books(seed)
    asked = [{"name": name, "place": number} for name, number in day]
    for file, rows in (("gazetteer", places), ("requests", asked)):
        (folder / "data" / f"{file}.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
