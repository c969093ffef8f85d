"""Outputs: each layout's columns and values, loaded back by the tools it is meant for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import polars as pl
import pytest

from musnad.errors import InputError
from musnad.record import Entity, Link, PlaceRef, Record, Span, TimeRef
from musnad.writers import COLUMNS, LAYOUTS, Head, flat_rows, layout_for
from musnad.writers._tables import cameo_names, country_name, fips
from musnad.writers.annotations import file_name
from musnad.writers.encode import json_bytes
from musnad.writers.events import GDELT, ICEWS, POLECAT, pairs
from musnad.writers.flat import polars_schema

TITLE = "لقاء\tفي <b>حلب</b>"
TEXT = "بحث الصفدي مع لافروف، أمس، ملف\r\nاللاجئين في حلب وقال إن بلاده تدعم الحل."


def entity(text: str, **more: object) -> Entity:
    start = TEXT.index(text)
    return Entity(text=text, field="text", start=start, end=start + len(text), **more)  # type: ignore[arg-type]


def span(text: str) -> Span:
    start = TEXT.index(text)
    return Span("text", start, start + len(text), text)


@pytest.fixture
def record() -> Record:
    safadi = entity(
        "الصفدي",
        name="Ayman Safadi",
        name_ar="أيمن الصفدي",
        country="JOR",
        sector="GOV",
        office="foreign minister",
        kind="person",
    )
    lavrov = entity("لافروف", name="Sergey Lavrov", country="RUS", sector="GOV", wikidata="Q58217", kind="person")
    when, where = span("أمس"), span("حلب")
    return Record(
        id="87f771a09bf295eb", article_id="a/1", sentence=0, event="CONSULT", mode="phone", context=["diplomatic", "refugees"],
        cameo="041", quad="verbal cooperation", goldstein=1.0, factuality="actual", trigger=span("بحث"), actors=[safadi, lavrov],
        recipients=[], initiator=safadi, speaker=None, via=None, chain=[Link(who=lavrov)], content=span("ملف\r\nاللاجئين"), quoted=True,
        time=TimeRef(field="text", start=when.start, end=when.end, text="أمس", value="2019-03-03", grain="day"),
        date=dt.date(2019, 3, 3),
        place=PlaceRef(field="text", start=where.start, end=where.end, text="حلب", name="Aleppo", country="SYR", geonameid=170063, lat=36.2, lon=37.16),
        evidence=Span("text", 0, len(TEXT), TEXT), confidence=0.9, rule="r", coder="musnad 0",
    )  # fmt: skip


@pytest.fixture
def head() -> Head:
    return Head(id="a/1", title=TITLE, date=dt.date(2019, 3, 4), source="جريدة", url="https://n.example/1", text=TEXT)


def write(layout: str, path: Path, head: Head, records: list[Record]) -> str:
    writer = LAYOUTS[layout].open(path)
    writer.write(head, records)
    writer.write(Head(id="empty", text="لا شيء"), [])
    writer.close()
    return "" if path.is_dir() or path.suffix == ".parquet" else path.read_bytes().decode()


def test_flat_rows_have_every_column_and_stay_aligned(record: Record, head: Head) -> None:
    (row,) = flat_rows([record], head)
    assert list(row) == list(COLUMNS)
    assert row["actors"] == "Ayman Safadi; Sergey Lavrov"
    assert row["actor_offices"] == "foreign minister; ?"
    assert row["actor_wikidata"] == "?; Q58217"
    assert row["recipients"] is None
    assert row["published"] == dt.date(2019, 3, 4)
    assert all(v is None or isinstance(v, COLUMNS[k]) for k, v in row.items())
    frame = pl.DataFrame(flat_rows([record]), schema=polars_schema())
    assert frame["recipients"].dtype == pl.String
    assert pl.DataFrame(flat_rows([]), schema=polars_schema()).columns == list(COLUMNS)


def test_csv_and_parquet_hold_the_same(tmp_path: Path, record: Record, head: Head) -> None:
    (row,) = csv.DictReader(io.StringIO(write("csv", tmp_path / "o.csv", head, [record])))
    write("parquet", tmp_path / "o.parquet", head, [record])
    (other,) = pl.read_parquet(tmp_path / "o.parquet").to_dicts()
    assert list(row) == list(other) == list(COLUMNS)
    assert row["content"] == other["content"] == "ملف\r\nاللاجئين"
    assert row["actors"] == other["actors"]
    assert other["date"] == dt.date(2019, 3, 3)
    assert row["date"] == "2019-03-03"
    import pandas as pd

    assert pd.read_parquet(tmp_path / "o.parquet")["geonameid"].tolist() == [170063]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_packed_outputs(tmp_path: Path, record: Record, head: Head, suffix: str) -> None:
    path = tmp_path / f"o.csv{suffix}"
    writer = layout_for(str(path), None).open(path)
    writer.write(head, [record])
    writer.close()
    assert pl.read_csv(path)["event"].to_list() == ["CONSULT"]


def test_icews(tmp_path: Path, record: Record, head: Head) -> None:
    lines = write("icews", tmp_path / "o.tsv", head, [record]).split("\n")
    assert lines[0].split("\t") == list(ICEWS)
    first = dict(zip(ICEWS, lines[1].split("\t"), strict=True))
    second = dict(zip(ICEWS, lines[2].split("\t"), strict=True))
    assert (first["Source Name"], first["Target Name"]) == ("Ayman Safadi", "Sergey Lavrov")
    assert (second["Source Name"], second["Target Name"]) == ("Sergey Lavrov", "Ayman Safadi")
    assert first["Event Text"] == "Discuss by telephone"
    assert (first["Source Country"], first["Source Sectors"], first["CAMEO Code"]) == ("Jordan", "Government", "041")
    assert (first["City"], first["Country"], first["Event Date"]) == ("Aleppo", "Syria", "2019-03-03")
    assert first["Event ID"] != second["Event ID"]
    assert lines[3:] == [""]


def test_polecat(tmp_path: Path, record: Record, head: Head) -> None:
    lines = write("polecat", tmp_path / "o.tsv", head, [record]).split("\n")
    assert lines[0].split("\t") == list(POLECAT)
    row = dict(zip(POLECAT, lines[1].split("\t"), strict=True))
    assert (row["Event Type"], row["Event Mode"], row["Contexts"]) == ("CONSULT", "phone", "diplomatic; refugees")
    assert (row["Actor Name"], row["Actor Country"]) == ("Ayman Safadi; Sergey Lavrov", "Jordan; Russia")
    assert (row["Latitude"], row["GeoNames ID"], row["Publication Date"]) == ("36.2", "170063", "2019-03-04")


def test_gdelt_has_61_columns_and_no_header(tmp_path: Path, record: Record, head: Head) -> None:
    assert len(GDELT) == 61
    lines = write("gdelt", tmp_path / "o.csv", head, [record]).split("\n")
    row = dict(zip(GDELT, lines[0].split("\t"), strict=True))
    assert row["SQLDATE"] == "20190303"
    assert row["Actor1Code"] == "JORGOV"
    assert row["Actor2CountryCode"] == "RUS"
    assert (row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("041", "04", "1")
    assert (row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == ("Aleppo, Syria", "SY")
    assert row["SOURCEURL"] == "https://n.example/1"
    assert 0 < int(row["GLOBALEVENTID"]) < 1 << 63


def test_plover(tmp_path: Path, record: Record, head: Head) -> None:
    value = json.loads(write("plover", tmp_path / "o.jsonl", head, [record]).splitlines()[0])
    assert value["actor"][1]["wikidata"] == "Q58217"
    assert value["recipient"] == []
    assert value["location"]["name"] == "Aleppo"
    assert value["source"]["url"] == "https://n.example/1"


def test_brat_offsets_stand(tmp_path: Path, record: Record, head: Head) -> None:
    folder = tmp_path / "out"
    write("brat", folder, head, [record])
    name = file_name("a/1")
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    lines = (folder / f"{name}.ann").read_text(encoding="utf-8").splitlines()
    assert "/" not in name
    assert len(text) == len(TITLE) + 1 + len(TEXT)
    marks = {}
    for line in (x for x in lines if x.startswith("T")):
        mark, where, shown = line.split("\t")
        label, places = where.split(" ", 1)
        pieces = [text[int(a) : int(b)] for a, b in (p.split() for p in places.split(";"))]
        assert " ".join(pieces) == shown
        assert "\n" not in "".join(pieces)
        marks[mark] = (label, shown)
    assert ("Content", "ملف  اللاجئين") in marks.values() or ("Content", "ملف اللاجئين") in marks.values()
    (event,) = (x for x in lines if x.startswith("E1\t"))
    assert marks[event.split("Actor2:")[1].split()[0]] == ("Party", "لافروف")
    assert "N1\tReference" in "\n".join(lines)
    conf = (folder / "annotation.conf").read_text(encoding="utf-8")
    assert all(s in conf for s in ("[entities]", "[events]", "CONSULT", "Factuality"))
    assert (folder / "empty.ann").read_text(encoding="utf-8") == ""


def test_web_annotations(tmp_path: Path, record: Record, head: Head) -> None:
    page = json.loads(write("w3c", tmp_path / "o.jsonld", head, [record, record]))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = page["items"][0]
    position, quoted = first["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quoted["exact"] == "بحث"
    assert TEXT[position["end"] :].startswith(quoted["suffix"])
    assert first["target"]["source"] == "https://n.example/1"
    assert json.loads(first["body"][1]["value"])["id"] == record.id
    writer = LAYOUTS["w3c"].open(tmp_path / "none.jsonld")
    writer.close()
    assert json.loads((tmp_path / "none.jsonld").read_text())["items"] == []


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/abs", "a\\..\\b", "..", "", "con", "a\0b", "https://x.example/خبر", "ن" * 300, "\ud800"],
)
def test_file_names_stay_in_their_folder(name: str) -> None:
    made = file_name(name)
    assert made
    assert not made.startswith(".")
    assert not set(made) & set("/\\\0:")
    assert len(made.encode("utf-8")) <= 255
    assert file_name(name) == made


def test_different_ids_get_different_files() -> None:
    assert len({file_name(n) for n in ("a/1", "a_1", "a\\1", "a:1", "a 1")}) == 5


def test_surrogates_go_through_every_layout(tmp_path: Path, record: Record, head: Head) -> None:
    head.title = "\ud800 عنوان"
    record.actors[0].name = "\udfff"
    for name in LAYOUTS:
        suffix = ".parquet" if name == "parquet" else ""
        write(name, tmp_path / f"o-{name}{suffix}", head, [record])
    assert json.loads(json_bytes(head))["title"] == "\ud800 عنوان"


def test_pairs(record: Record) -> None:
    assert len(list(pairs(record))) == 2
    record.recipients, record.actors = record.actors, []
    assert [(a, b.name if b else None) for a, b in pairs(record)] == [(None, "Ayman Safadi"), (None, "Sergey Lavrov")]
    record.recipients = []
    assert list(pairs(record)) == [(None, None)]


def test_tables() -> None:
    assert (country_name("SYR"), country_name("UNO"), country_name(None), country_name("ZZZ")) == (
        "Syria",
        "United Nations",
        "",
        "ZZZ",
    )
    assert (fips("DEU"), fips("IRQ"), fips(None)) == ("GM", "IZ", "")
    assert cameo_names()["190"] == "Use conventional military force"


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_line_ends_of_every_kind_stay_inside_their_cell(
    tmp_path: Path, record: Record, head: Head, suffix: str
) -> None:
    import pandas as pd

    path = tmp_path / f"o.{suffix}"
    head.title = 'one\rtwo\nthree\r\nfour "five", six\tseven'
    write(suffix, path, head, [record, record])
    separator = "," if suffix == "csv" else "\t"
    for title in (
        pd.read_csv(path, sep=separator)["title"].tolist(),
        pl.read_csv(path, separator=separator)["title"].to_list(),
        [row["title"] for row in csv.DictReader(path.open(encoding="utf-8", newline=""), delimiter=separator)],
    ):
        assert title == [head.title] * 2


def gdelt_row(tmp_path: Path, head: Head, record: Record) -> dict[str, str]:
    return dict(zip(GDELT, write("gdelt", tmp_path / "o.csv", head, [record]).split("\n")[0].split("\t"), strict=True))


@pytest.mark.parametrize(
    ("country", "sectors", "wanted"),
    [
        ("SYR", ["GOV", "MIL"], ("SYRGOVMIL", "SYR", "", "GOV", "MIL")),
        ("ROU", ["GOV"], ("ROMGOV", "ROM", "", "GOV", "")),
        ("UNO", [], ("IGOUNO", "", "UNO", "IGO", "")),
        ("UNO", ["MIL"], ("IGOUNOMIL", "", "UNO", "IGO", "MIL")),
        ("EUR", [], ("IGOEUREEC", "EUR", "EEC", "IGO", "")),
        ("NGO", [], ("NGO", "", "", "NGO", "")),
        (None, ["UAF"], ("UAF", "", "", "UAF", "")),
        (None, [], ("", "", "", "", "")),
    ],
)
def test_actor_codes_of_gdelt(
    tmp_path: Path, record: Record, head: Head, country: str | None, sectors: list[str], wanted: tuple[str, ...]
) -> None:
    actor = record.actors[0]
    actor.country, actor.sector, actor.other_sectors = country, next(iter(sectors), None), sectors[1:]
    row = gdelt_row(tmp_path, head, record)
    names = ("Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")
    assert tuple(row[f"Actor1{name}"] for name in names) == wanted


def test_gdelt_fills_places_and_root_events_as_gdelt_means_them(tmp_path: Path, record: Record, head: Head) -> None:
    def place(row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row[f"ActionGeo_{name}"] for name in ("Type", "FullName", "CountryCode", "ADM1Code", "FeatureID"))

    row = gdelt_row(tmp_path, head, record)
    assert place(row) == ("4", "Aleppo, Syria", "SY", "", "")  # a GeoNames id is no FeatureID
    assert row["IsRootEvent"] == "1"
    assert record.place is not None
    record.place.name, record.sentence = "Syria", 7
    row = gdelt_row(tmp_path, head, record)
    assert place(row) == ("1", "Syria", "SY", "SY", "SY")
    assert row["IsRootEvent"] == "0"
    record.place.name, record.place.country = "Dearborn", "USA"
    assert place(gdelt_row(tmp_path, head, record))[0] == "3"


@pytest.mark.parametrize(
    ("path", "layout", "said"),
    [
        ("o.parquet", "polecat", "is no Parquet"),
        ("o.parquet.gz", None, "not packed"),
        ("o.gz", "brat", "not packed"),
        ("o.xlsx", None, "no known kind"),
    ],
)
def test_names_that_would_mislead_are_refused(path: str, layout: str | None, said: str) -> None:
    with pytest.raises(InputError, match=said):
        layout_for(path, layout)


def test_a_folder_of_brat_takes_its_name_when_it_is_complete(tmp_path: Path, record: Record, head: Head) -> None:
    folder = tmp_path / "out"
    writer = LAYOUTS["brat"].open(folder)
    writer.write(head, [record])
    assert not folder.exists()
    writer.close()
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert len(list(folder.glob("*.ann"))) == 1


def test_web_annotations_say_which_field_and_have_names_of_their_own(
    tmp_path: Path, record: Record, head: Head
) -> None:
    page = json.loads(write("w3c", tmp_path / "o.jsonld", head, [record]))
    assert page["id"].startswith("urn:musnad:page:")
    (item,) = page["items"]
    assert item["id"] == f"urn:musnad:record:{record.id}"
    assert item["target"]["scope"] == "https://n.example/1#text"
    assert "created" not in item  # when it was made is not known to be when the article was published
