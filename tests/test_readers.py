"""Reading: every kind of input, every kind of damage; what is whole is never lost with what is broken."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import io
import json
import lzma
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from musnad.errors import InputError
from musnad.readers import Broken, Document, Inputs, Options
from musnad.readers.columns import parse_map
from musnad.readers.dates import parse_date
from musnad.readers.encodings import decode, guess, looks_binary
from musnad.readers.feeds import guard, opml_feeds
from musnad.readers.language import detect, holds_arabic
from musnad.readers.markup import extract, fragment_text

TEXT = "استقبل الوزير نظيره في العاصمة وبحث معه ملف المياه، وقال إن بلاده ستدعم المفاوضات التي بدأت قبل شهر."
OTHER = "أعلنت الشرطة أمس اعتقال ستة أشخاص بعد مظاهرة في وسط المدينة احتجاجا على ارتفاع الأسعار."
LONG = "\n".join([TEXT + " " + OTHER] * 4)


def read(
    *names: object, columns: dict[str, str] | None = None, kind: str | None = None
) -> tuple[list[Document], list[str], Inputs]:
    notes: list[str] = []
    inputs = Inputs([str(n) for n in names], Options(columns=columns or {}, kind=kind), notes.append)
    return list(inputs), notes, inputs


def good(documents: list[Document]) -> list[str]:
    return [d.id for d in documents if d.problem is None]


def bad(documents: list[Document]) -> list[Document]:
    return [d for d in documents if d.problem is not None]


def row(n: int) -> dict[str, str]:
    return {"id": f"a{n}", "title": f"عنوان {n}", "text": f"{TEXT} {n}", "date": "2019-03-04"}


def jsonl(count: int) -> bytes:
    return b"".join(json.dumps(row(n), ensure_ascii=False).encode() + b"\n" for n in range(count))


@pytest.fixture
def page() -> str:
    return (
        '<html lang="ar"><head><meta charset="utf-8"><title>قمة في العاصمة</title>'
        '<meta property="og:site_name" content="جريدة الساحل">'
        '<meta property="article:published_time" content="2018-05-06T07:00:00Z"></head><body>'
        "<nav><a href='/'>الرئيسية</a></nav><article><h1>قمة في العاصمة</h1>"
        + "".join(f"<p>{TEXT} {OTHER} فقرة رقم {n}.</p>" for n in range(5))
        + "</article><script>alert('x')</script></body></html>"
    )


# ---- text and encodings


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_iso_8859_6_is_told_from_windows_1256() -> None:
    plain = TEXT.replace("،", " ")
    assert guess(plain.encode("iso8859_6")) == "iso8859_6"
    assert guess(plain.encode("cp1256")) == "cp1256"


def test_utf8_with_broken_bytes_stays_utf8() -> None:
    raw = LONG.encode()[:-1] + b"\xff" + TEXT.encode()
    assert decode(raw).count("\ufffd") <= 3
    assert TEXT in decode(raw)


def test_text_keeps_every_character(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    text = "\ufeff" + TEXT + "\r\n\r\n" + OTHER + "\u200f\t"
    path.write_bytes(text.encode())
    (document,), _, _ = read(path)
    assert (document.text, document.id) == (text, "خبر")


def test_binary_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(bytes(range(256)) * 8)
    documents, _, inputs = read(path)
    assert "binary" in documents[0].message
    assert inputs.failed == [f"{path}: no text in any encoding (binary data)"]
    assert not looks_binary(TEXT.encode("utf-16-le"))


# ---- names: missing, folders, patterns


def test_missing_input_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.txt"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="no file matches"):
        read(tmp_path / "*.jsonl")


def test_folder_in_order_without_pictures_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    documents, _, inputs = read(tmp_path)
    assert good(documents) == ["a", "b", "c"]
    assert inputs.total > 0
    documents, _, _ = read(tmp_path / "*.txt")
    assert good(documents) == ["a", "b"]


# ---- JSON


@pytest.mark.parametrize(
    "pack", [lambda b: b, gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress]
)
def test_json_lines_however_packed(tmp_path: Path, pack: object) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(pack(jsonl(20)))  # type: ignore[operator]
    documents, notes, _ = read(path)
    assert good(documents) == [f"a{n}" for n in range(20)]
    assert documents[3].text == row(3)["text"]
    assert not notes  # the contract's own names need no account


def test_a_broken_line_costs_that_line(tmp_path: Path) -> None:
    lines = jsonl(5).split(b"\n")
    lines[2] = lines[2][:20]
    lines.insert(4, b"[1, 2]")
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(lines))
    documents, _, inputs = read(path)
    assert good(documents) == ["a0", "a1", "a3", "a4"]
    assert [d.where for d in bad(documents)] == [f"{path}, line 3", f"{path}, line 5"]
    assert not inputs.failed


def test_truncated_gzip_gives_all_before_the_cut(tmp_path: Path) -> None:
    import random

    dice = random.Random(1)
    items = [{**row(n), "text": "".join(dice.choice(TEXT) for _ in range(300))} for n in range(2000)]
    packed = gzip.compress("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items).encode())
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(packed[: len(packed) // 2])
    documents, _, _ = read(path)
    assert 900 < len(good(documents)) < 1100
    assert "cut off" in bad(documents)[-1].message
    assert len(bad(documents)) == 1


def test_damaged_zstd_is_told(tmp_path: Path) -> None:
    packed = bytearray(zstandard.ZstdCompressor().compress(jsonl(50)))
    packed[len(packed) // 2 :] = b"\x00" * 40
    path = tmp_path / "in.jsonl.zst"
    path.write_bytes(packed)
    documents, _, _ = read(path)
    assert bad(documents)[-1].message.startswith("zstd data")


def test_lone_surrogates_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "s", "text": "\\ud83d \\u0645"}\n', encoding="utf-8")
    (document,), _, _ = read(path)
    assert document.text == "\ud83d م"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([row(n) for n in range(50)], indent=2, ensure_ascii=False),
        json.dumps({"total": 50, "articles": [row(n) for n in range(50)]}),
        "\n".join(json.dumps(row(n), indent=1) for n in range(50)),
        "\ufeff" + json.dumps([row(n) for n in range(50)]),
    ],
)
def test_json_arrays(tmp_path: Path, text: str) -> None:
    path = tmp_path / "in.json"
    path.write_text(text, encoding="utf-8")
    documents, _, _ = read(path)
    assert good(documents) == [f"a{n}" for n in range(50)]


def test_json_array_with_a_broken_item_goes_on(tmp_path: Path) -> None:
    items = [json.dumps(row(n)) for n in range(6)]
    items[2] = items[2].replace('"title":', '"title"')
    path = tmp_path / "in.json"
    path.write_text("[" + ",".join(items) + "]", encoding="utf-8")
    documents, _, _ = read(path)
    assert good(documents) == ["a0", "a1", "a3", "a4", "a5"]
    assert len(bad(documents)) == 1


def test_deep_nesting_is_no_crash(tmp_path: Path) -> None:
    for name in ("in.json", "in.jsonl"):
        path = tmp_path / name
        path.write_text("[" * 200_000, encoding="utf-8")
        documents, _, _ = read(path)
        assert not good(documents)


# ---- tables


def test_foreign_columns_are_guessed_and_told(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["article_id", "Headline", "main_text", "date_extracted", "publisher", "views"])
        out.writerow(["7", "عنوان", TEXT + "\nسطر ثان, مع فاصلة", "04/03/2019", "جريدة", "12"])
    (document,), notes, _ = read(path)
    assert (document.id, document.title, document.source) == ("7", "عنوان", "جريدة")
    assert document.text.endswith("مع فاصلة")
    assert parse_date(document.date) == parse_date("2019-03-04")
    assert "text from 'main_text'" in notes[0]
    assert "not used: 'views'" in notes[0]


def test_map_wins_over_the_guess(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"headline,content,lead\nعنوان,{OTHER},{TEXT}\n", encoding="utf-8")
    (document,), _, _ = read(path, columns=parse_map(["text=lead", "title=headline"]))
    assert document.text == TEXT
    with pytest.raises(InputError, match="no column 'nope'"):
        read(path, columns={"text": "nope"})
    with pytest.raises(InputError, match="FIELD=COLUMN"):
        parse_map(["headline"])


def test_text_column_without_a_known_name(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"n,stuff\n1,{TEXT}\n2,{OTHER}\n", encoding="utf-8")
    documents, notes, _ = read(path)
    assert [d.text for d in documents] == [TEXT, OTHER]
    assert "'stuff'" in notes[0]


def test_csv_with_a_stray_quote_loses_that_row_at_most(tmp_path: Path) -> None:
    rows = ["id,title,text,date"] + [f"a{n},عنوان {n},نص رقم {n} من الأخبار,2019-03-04" for n in range(300)]
    rows[11] = 'a10,"عنوان 10,نص رقم 10,2019-03-04'
    rows[51] = 'a50,عنوان 50,"نص" رقم 50,2019-03-04'
    rows[101] = "a100,عنوان,نص, كثير, من, الفواصل,2019-03-04"
    path = tmp_path / "in.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    documents, _, _ = read(path)
    missing = {f"a{n}" for n in range(300)} - set(good(documents))
    assert missing <= {"a10", "a100"}
    assert "a100" in missing
    assert {d.problem for d in bad(documents)} <= {"unreadable"}
    assert any("7 columns where the header has 4" in d.message for d in bad(documents))


def test_csv_in_windows_1256_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(
        f"العنوان;النص;التاريخ\nعنوان;{LONG.replace(chr(10), ' ')};٤/٣/٢٠١٩\n".replace("٤/٣/٢٠١٩", "4/3/2019").encode(
            "cp1256"
        )
    )
    (document,), _, _ = read(path)
    assert document.title == "عنوان"
    assert str(parse_date(document.date)) == "2019-03-04"


def test_parquet_with_nulls(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "headline": ["عنوان", None, None],
            "content": [TEXT, None, OTHER],
            "published_at": pa.array([dt.datetime(2019, 3, 4, 5), None, None], pa.timestamp("us")),
            "doc_id": pa.array([1, None, 3], pa.int64()),
        }
    )
    path = tmp_path / "in.parquet"
    pq.write_table(table, path)
    documents, notes, _ = read(path)
    assert [d.text for d in documents] == [TEXT, "", OTHER]
    assert [d.id for d in documents] == ["1", "in:2", "3"]
    assert str(documents[0].date) == "2019-03-04"
    assert notes
    path.write_bytes(path.read_bytes()[:-30])
    documents, _, inputs = read(path)
    assert "no readable Parquet" in inputs.failed[0]


# ---- archives


def test_zip_of_everything(tmp_path: Path, page: str) -> None:
    path = tmp_path / "in.zip"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.txt", TEXT)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.txt", TEXT)
        archive.writestr("in.jsonl.gz", gzip.compress(jsonl(3)))
        archive.writestr("page.html", page)
        archive.writestr("again.zip", inner.getvalue())
        archive.writestr("photo.png", b"\x89PNG")
    documents, _, _ = read(path)
    assert good(documents) == ["evil", "a0", "a1", "a2", "page"]
    assert "inside a zip" in bad(documents)[0].message
    assert not (tmp_path.parent / "evil.txt").exists()


def test_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.txt", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(b"\x20" * (1 << 20))
        archive.writestr("b.txt", TEXT)
    documents, _, _ = read(path)
    assert good(documents) == ["b"]
    assert "grows more than" in bad(documents)[0].message


def test_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as out:
        out.write(jsonl(2))
        for _ in range(330):
            out.write((b" " * 1023 + b"\n") * 1024)
    documents, _, _ = read(path)
    assert good(documents) == ["a0", "a1"]
    assert "grows more than" in bad(documents)[0].message


def warc(pages: list[str], packed: bool) -> tuple[bytes, list[int]]:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    starts = []
    for n, text in enumerate(pages):
        starts.append(out.tell())
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://news.example/{n}", "response", payload=io.BytesIO(text.encode()), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue(), starts


@pytest.mark.parametrize("packed", [True, False])
def test_warc_and_its_broken_records(tmp_path: Path, page: str, packed: bool) -> None:
    raw, starts = warc([page.replace("قمة", f"قمة {n}") for n in range(6)], packed)
    path = tmp_path / ("in.warc.gz" if packed else "in.warc")
    path.write_bytes(raw)
    documents, _, _ = read(path)
    assert [d.url for d in documents] == [f"https://news.example/{n}" for n in range(6)]
    assert extract(documents[2]).title == "قمة 2 في العاصمة"
    broken = bytearray(raw)
    broken[starts[2] : starts[2] + 40] = b"\xff" * 40
    path.write_bytes(broken)
    documents, _, _ = read(path)
    urls = [d.url for d in documents if d.problem is None]
    assert {f"https://news.example/{n}" for n in (0, 1, 4, 5)} <= set(urls)
    assert len(urls) == len(set(urls))


# ---- pages


def test_page_to_article(tmp_path: Path, page: str) -> None:
    path = tmp_path / "p.html"
    path.write_text(page, encoding="utf-8")
    (document,), _, _ = read(path)
    article = extract(document)
    assert article.title == "قمة في العاصمة"
    assert str(parse_date(article.date)) == "2018-05-06"
    assert article.source == "جريدة الساحل"
    assert "alert" not in article.text
    assert article.text.count(OTHER[:30]) == 5


def test_page_in_windows_1256(page: str) -> None:
    document = Document(where="x", id="x", page=page.replace("utf-8", "windows-1256").encode("cp1256", "ignore"))
    assert "المفاوضات" in extract(document).text


def test_page_of_20_mb_is_read_soon(page: str) -> None:
    import time

    huge = page.replace("<script>", "<script>" + "var x = 1; " * 1_900_000)
    assert len(huge) > 20_000_000
    started = time.monotonic()
    article = extract(Document(where="x", id="x", page=huge.encode()))
    assert OTHER in article.text
    paragraphs = "<html><body>" + f"<p>{TEXT} {OTHER}</p>" * 60_000 + "</body></html>"
    article = extract(Document(where="x", id="x", page=paragraphs.encode()))
    assert len(article.text) > 9_000_000
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    "page", ["<p>" * 50_000, "<!--" * 50_000, "<script>" * 50_000, "<" * 200_000, "&#1605;" * 100_000]
)
def test_hostile_pages_take_linear_time(page: str) -> None:
    import time

    started = time.monotonic()
    extract(Document(where="x", id="x", page=(f"<html><body><p>{LONG}</p>" + page).encode()))
    assert time.monotonic() - started < 20


def test_page_in_another_language_is_told_before_it_is_taken_apart() -> None:
    document = extract(Document(where="x", id="x", page=b"<html><body><p>The minister spoke.</p></body></html>"))
    assert document.problem == "language"


# ---- feeds

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>جريدة الساحل</title>
<link>https://news.example</link>
<item><title>خبر أول</title><link>https://news.example/1</link><guid>g1</guid>
<pubDate>Mon, 04 Mar 2019 10:00:00 +0300</pubDate><description>موجز</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>{OTHER} &amp; غيرها</p>]]></content:encoded></item>
<item><title>خبر ثان</title><link>https://news.example/2</link><description>{OTHER}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>ن</title><entry><id>t:1</id><title>خبر</title>
<updated>2019-03-04T00:00:00Z</updated><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_rss_and_atom(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    documents, _, _ = read(path)
    assert [d.id for d in documents] == ["g1", "https://news.example/2"]
    assert documents[0].text == f"{TEXT}\n{OTHER} & غيرها"
    assert documents[0].source == "جريدة الساحل"
    assert str(parse_date(documents[0].date)) == "2019-03-04"
    path.write_text(ATOM, encoding="utf-8")
    (document,), _, _ = read(path)
    assert (document.id, document.text) == ("t:1", TEXT)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    path = tmp_path / "feed.rss"
    path.write_text(bomb, encoding="utf-8")
    documents, _, inputs = read(path)
    assert "declares entities" in inputs.failed[0]
    assert not good(documents)
    with pytest.raises(Broken):
        guard(bomb.encode("utf-16"))
    with pytest.raises(Broken):
        opml_feeds(bomb.encode())


def test_opml() -> None:
    raw = b"""<opml><body><outline text="x"><outline type="rss" xmlUrl="https://a.example/rss"/></outline>
    <outline xmlUrl="https://b.example/rss"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://a.example/rss"/></body></opml>"""
    assert opml_feeds(raw) == ["https://a.example/rss", "https://b.example/rss"]


def test_fragment_text() -> None:
    assert fragment_text("<p>أ &lt;ب&gt;</p><br>ج<script>x</script>") == "أ <ب>\nج"


# ---- dates and languages


@pytest.mark.parametrize(
    "value",
    [
        *("2019-03-04", "2019-03-04T23:59:00+03:00", "Mon, 04 Mar 2019 10:00:00 +0300", "04/03/2019", "4-3-2019 10:20"),
        *("2019/03/04", "20190304", 20190304, 1551690000, 1551690000000, "1551690000", "March 4, 2019", "4 Mar 2019"),
        *("الاثنين 4 آذار/مارس 2019", "٤ مارس ٢٠١٩", "4 مارس 2019 - 10:20", "04.03.2019", "\u200f4\u200f/3/2019"),
    ],
)
def test_dates(value: object) -> None:
    assert str(parse_date(value)) == "2019-03-04"


@pytest.mark.parametrize("value", [None, "", "غدا", "n/a", "2019", "32/13/2019", True, float("nan"), "9" * 500, {}])
def test_no_dates(value: object) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "ar"),
        (TEXT.replace("ي", "ی").replace("ك", "ک"), "ar"),
        (TEXT + " " + "hello world " * 15, "ar"),
        ("وزیر امور خارجه گفت که کشورش از گفت‌وگوها پشتیبانی می‌کند و این روند ادامه خواهد داشت.", "fa"),
        ("وزیر خارجہ نے کہا کہ ان کا ملک مذاکرات کی حمایت کرتا ہے اور یہ سلسلہ جاری رہے گا۔", "ur"),
        ("The minister said talks would go on.", "und"),
        ("12345 !!", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect(text).language == language


def test_mixed_is_told() -> None:
    assert detect(TEXT + " " + "hello world " * 15).mixed
    assert not detect(TEXT).mixed


# ---- every kind, however it comes


def _table(delimiter: str) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerow(["headline", "content", "date_extracted", "views"])
    for n in range(3):
        rows.writerow([row(n)["title"], row(n)["text"], row(n)["date"], n])
    return out.getvalue().encode()


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row(n) for n in range(3)]), out)
    return out.getvalue()


def _feed(kind: str) -> bytes:
    if kind == "rss":
        items = "".join(f"<item><guid>{n}</guid><description>{row(n)['text']}</description></item>" for n in range(3))
        return f"<rss version='2.0'><channel><title>الساحل</title>{items}</channel></rss>".encode()
    items = "".join(f"<entry><id>{n}</id><content>{row(n)['text']}</content></entry>" for n in range(3))
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>الساحل</title>{items}</feed>".encode()


def _pages(count: int) -> list[str]:
    return [
        f"<html><head><title>{row(n)['title']}</title></head><body><p>{row(n)['text']}</p><p>{OTHER}</p></body></html>"
        for n in range(count)
    ]


EVERY_KIND = {
    "a.txt": row(0)["text"].encode(),
    "a.html": _pages(1)[0].encode(),
    "a.jsonl": jsonl(3),
    "a.ndjson": jsonl(3),
    "a.jsonl.gz": gzip.compress(jsonl(3)),
    "a.jsonl.zst": zstandard.ZstdCompressor().compress(jsonl(3)),
    "a.json": json.dumps([row(n) for n in range(3)]).encode(),
    "a.csv": _table(","),
    "semicolons.csv": _table(";"),
    "a.tsv": _table("\t"),
    "a.csv.gz": gzip.compress(_table(",")),
    "windows.csv": _table(",").decode().encode("cp1256"),
    "utf16.csv": _table(",").decode().encode("utf-16"),
    "a.parquet": _parquet(),
    "a.rss": _feed("rss"),
    "a.xml": _feed("atom"),
    "a.warc": warc(_pages(3), packed=False)[0],
    "a.warc.gz": warc(_pages(3), packed=True)[0],
}


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_kind_singly_in_a_zip_without_a_name_and_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    raw = EVERY_KIND[name]
    (tmp_path / name).write_bytes(raw)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr(f"folder/{name}", raw)
    (tmp_path / "nameless").write_bytes(raw)
    wanted = [row(n)["text"] for n in range(1 if name in ("a.txt", "a.html") else 3)]
    width = len(wanted[0])
    for given in (tmp_path / name, tmp_path / "packed.zip", tmp_path / "nameless", "-"):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
        documents, _, inputs = read(given)
        assert [extract(d).text[:width] for d in documents] == wanted, given
        assert not inputs.failed


@pytest.mark.parametrize("name", ["in.json", "in.jsonl", "nameless"])
def test_articles_deep_inside_an_answer_of_an_api(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    answer = {"status": "ok", "data": {"tags": [{"id": 1}], "articles": [row(n) for n in range(4)]}}
    path.write_text(json.dumps(answer), encoding="utf-8")
    documents, _, _ = read(path)
    assert good(documents) == ["a0", "a1", "a2", "a3"]


@pytest.mark.parametrize("text", [TEXT, "قال، وأضاف، وتابع\n" + TEXT, "الخبر: النص\n" + TEXT, "العنوان\n" + TEXT])
def test_an_article_is_not_taken_for_a_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "nameless").write_text(text, encoding="utf-8")
    (document,), _, _ = read(tmp_path / "nameless")
    assert document.text == text


@pytest.mark.parametrize(
    ("written", "day"),
    [
        *(("4-Mar-2019", "2019-03-04"), ("4-Mar-19", "2019-03-04"), ("4-Mar-98", "1998-03-04")),
        *(("Mon Mar 04 10:00:00 AST 2019", "2019-03-04"), ("04 March 2019 10:30", "2019-03-04")),
        *(("4th of nothing", None), ("12 pages 2019", None)),
    ],
)
def test_dates_of_spreadsheets_and_programs(written: str, day: str | None) -> None:
    assert parse_date(written) == (None if day is None else dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    "letter", ["\u0620", "\u0627", "\u06cc", "\u0750", "\u077f", "\u08a0", "\u08ff", "\ufb50", "\ufdff", "\ufefc"]
)
def test_a_page_is_asked_for_letters_of_every_block(letter: str) -> None:
    page = "<p>«no» — ２\ufe0f</p>\ud800" * 50
    assert holds_arabic(page + letter * 120, 120)
    assert not holds_arabic(page + letter * 119, 120)


# ---- odd tables and archives


def table(tmp_path: Path, raw: bytes | str) -> tuple[list[Document], list[str]]:
    path = tmp_path / "in.csv"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    documents, notes, _ = read(path)
    return documents, notes


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(tmp_path: Path, end: str) -> None:
    lines = ["id,title,text", f"1,عنوان,{TEXT}", f'2,"عنوان",{OTHER}']
    documents, _ = table(tmp_path, end.join(lines) + end)
    assert [(d.id, d.title, d.text) for d in documents] == [("1", "عنوان", TEXT), ("2", "عنوان", OTHER)]


def test_the_line_that_excel_writes_first(tmp_path: Path) -> None:
    raw = f"sep=;\nid;title;text\n1;عنوان;{TEXT}, وبعد\n"
    documents, _ = table(tmp_path, raw)
    assert [(d.id, d.text) for d in documents] == [("1", f"{TEXT}, وبعد")]
    (tmp_path / "nameless").write_text(raw, encoding="utf-8")
    assert good(read(tmp_path / "nameless")[0]) == ["1"]


def test_of_two_columns_of_a_name_the_first_counts(tmp_path: Path) -> None:
    documents, _ = table(tmp_path, f"id,text,text\n1,{TEXT},x\n")
    assert documents[0].text == TEXT


def test_a_table_without_a_column_for_the_text_is_told(tmp_path: Path) -> None:
    _, notes = table(tmp_path, "id,headline,lead\n1,عنوان,خبر قصير\n")
    assert any("no column for the text" in note and "--map text=COLUMN" in note for note in notes)


def test_a_table_without_a_header_is_told(tmp_path: Path) -> None:
    _, notes = table(tmp_path, f"1,عنوان,{TEXT}\n2,عنوان,{OTHER}\n")
    assert any("looks like an article" in note for note in notes)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        *(("a.csv", b""), ("a.csv", b"id,title,text\n"), ("a.json", b"[]"), ("a.jsonl", b"\n\n")),
        ("a.rss", b"<rss version='2.0'><channel><title>t</title></channel></rss>"),
    ],
)
def test_an_input_without_an_article_is_told(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    documents, notes, inputs = read(tmp_path / name)
    assert (documents, inputs.failed) == ([], [])
    assert notes == [f"{tmp_path / name}: no article in it"]


def test_pictures_in_a_folder_are_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    documents, notes, _ = read(tmp_path)
    assert (good(documents), notes) == (["a"], [])


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_that_is_cut_off_tells_of_the_page_it_cuts(tmp_path: Path, page: str, packed: bool) -> None:
    raw, starts = warc([page] * 3, packed)
    path = tmp_path / "in.warc"
    path.write_bytes(raw[: starts[2] + (len(raw) - starts[2]) * 3 // 4])
    documents, _, _ = read(path)
    assert [d.url for d in documents if d.problem is None] == ["https://news.example/0", "https://news.example/1"]
    (cut,) = bad(documents)
    assert "cut off" in cut.message
    assert not cut.crawl or cut.problem == "unreadable"
