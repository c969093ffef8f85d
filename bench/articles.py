"""Articles made for measuring: sentences of our own, put together by a seeded generator. No text of any newspaper.

from articles import article, articles
article(7)          # always the same seventh article: id, title, text, date, source, url
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

MINISTERS = [
    "وزير الخارجية المصري سامح شكري",
    "وزير الخارجية الروسي سيرغي لافروف",
    "وزير الخارجية السعودي عادل الجبير",
    "الرئيس التركي رجب طيب أردوغان",
    "المستشارة الألمانية أنغيلا ميركل",
    "رئيس الوزراء العراقي حيدر العبادي",
    "العاهل الأردني الملك عبد الله الثاني",
    "وزير الدفاع الفرنسي",
    "رئيس الحكومة اللبنانية سعد الحريري",
    "الرئيس التونسي الباجي قائد السبسي",
    "وزير الداخلية المغربي",
    "رئيس الوزراء الجزائري عبد المالك سلال",
]
BODIES = [
    "وزارة الخارجية القطرية",
    "الأمم المتحدة",
    "جامعة الدول العربية",
    "الاتحاد الأوروبي",
    "وزارة الدفاع الأميركية",
    "الحكومة السودانية",
    "المعارضة السورية",
    "الجيش الليبي",
    "منظمة العفو الدولية",
    "وكالة الأنباء الكويتية",
    "مكتب رئيس الوزراء اليمني",
    "مجلس النواب الأردني",
]
PLACES = ["حلب", "بغداد", "عدن", "طرابلس", "القاهرة", "بيروت", "الرباط", "الخرطوم", "غزة", "الموصل", "بنغازي", "الدوحة"]
TIMES = [
    "أمس الثلاثاء",
    "يوم الأحد",
    "مساء أمس",
    "صباح اليوم",
    "الأسبوع الماضي",
    "قبل يومين",
    "في وقت متأخر من ليل السبت",
    "خلال الأيام الماضية",
]
TOPICS = [
    "سبل تعزيز العلاقات الثنائية بين البلدين",
    "آخر التطورات في المنطقة",
    "ملف اللاجئين والمساعدات الإنسانية العاجلة",
    "الاستعدادات للقمة المقبلة",
    "وقف إطلاق النار واستئناف المفاوضات السياسية",
    "أسعار النفط والتعاون في مجال الطاقة",
    "مكافحة الإرهاب وتأمين الحدود المشتركة",
    "إعادة الإعمار ودعم الاقتصاد المحلي",
]
SENTENCES = [
    "بحث {m1} مع {m2} {time} {topic}.",
    "وأجرى {m1} اتصالا هاتفيا مع {m2} تناول {topic}.",
    "وقالت {b1} في بيان إن {m1} أكد خلال اللقاء أهمية العمل المشترك من أجل {topic}.",
    "ودعا {m1} {b1} إلى تحمل مسؤولياتها وبذل مزيد من الجهود في {topic}.",
    "واتهمت {b1} {b2} بعرقلة الجهود الرامية إلى حل الأزمة، ونفت الأخيرة تلك الاتهامات.",
    "وأفادت مصادر محلية بأن {n} مدنيين قتلوا في قصف استهدف أحياء سكنية في {place} {time}.",
    "وشن مسلحون مجهولون هجوما على حاجز أمني قرب {place}، ما أسفر عن مقتل {n} جنود وإصابة آخرين بجروح.",
    "ورحبت {b1} بالاتفاق الذي تم التوصل إليه {time}، معربة عن أملها في أن يسهم في {topic}.",
    "ومن المقرر أن يزور {m1} {place} الأسبوع المقبل على رأس وفد رفيع المستوى.",
    "وأضاف {m2} أن بلاده ستواصل تقديم الدعم اللازم، مشيرا إلى أن {topic} يمثل أولوية في المرحلة الحالية.",
    "وتظاهر مئات المواطنين في {place} {time} احتجاجا على ارتفاع الأسعار ونقص الخدمات الأساسية.",
    "وبحسب {b1}، اعتقلت الشرطة {n} أشخاص للاشتباه في ضلوعهم في التخطيط لأعمال عنف.",
    "وكان {m1} قد حذر في وقت سابق من أن استمرار الأوضاع على ما هي عليه يهدد الاستقرار في المنطقة بأكملها.",
    "وتأتي هذه الزيارة في إطار جولة تشمل عددا من دول المنطقة، وتستمر ثلاثة أيام.",
    "وأعلنت {b2} أنها أرسلت قافلة مساعدات جديدة تضم مواد غذائية وأدوية إلى سكان {place}.",
    "ورفض {m2} التعليق على هذه الأنباء، مكتفيا بالقول إن المشاورات لا تزال جارية بين الأطراف المعنية.",
    "وفي سياق متصل، ذكرت صحيفة محلية أن وفدا من {b1} وصل إلى {place} {time} لإجراء محادثات حول {topic}.",
    "ويرى مراقبون أن الأزمة مرشحة للتصاعد ما لم تتوصل الأطراف إلى تفاهم حول القضايا العالقة.",
]
TITLES = [
    "{m1} يبحث مع {m2} {topic}",
    "{b1} تدعو إلى {topic}",
    "مقتل {n} في هجوم قرب {place}",
    "{b1} تتهم {b2} بعرقلة الحل",
]
OUTLETS = ["الصباح الجديد", "منبر الأخبار", "وكالة الشاطئ", "البيان اليومي", "صوت المدينة"]
WORDS = 280  # words of an article, about


def article(number: int, words: int = WORDS) -> dict[str, str]:
    """Article ``number``: the same on every machine."""
    dice = random.Random(number)

    def fill(pattern: str) -> str:
        m1, m2 = dice.sample(MINISTERS, 2)
        b1, b2 = dice.sample(BODIES, 2)
        return pattern.format(
            m1=m1, m2=m2, b1=b1, b2=b2, n=dice.choice(["ثلاثة", "أربعة", "خمسة", "سبعة", "عشرة"]),
            place=dice.choice(PLACES), time=dice.choice(TIMES), topic=dice.choice(TOPICS),
        )  # fmt: skip

    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(fill(dice.choice(SENTENCES)) for _ in range(dice.randint(1, 3)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    day = dt.date(2016, 1, 1) + dt.timedelta(days=dice.randrange(700))
    return {
        "id": f"made-{number:07}",
        "title": fill(dice.choice(TITLES)),
        "text": "\n".join(paragraphs),
        "date": day.isoformat(),
        "source": dice.choice(OUTLETS),
        "url": f"https://news.example/{day:%Y/%m/%d}/{number}",
    }


def articles(count: int, start: int = 0, words: int = WORDS) -> Iterator[dict[str, str]]:
    """``count`` articles from number ``start`` on."""
    return (article(n, words) for n in range(start, start + count))


def page(item: dict[str, str]) -> str:
    """An article as a page of a news site: head, menu, the article, related links, footer."""
    body = "\n".join(f"<p>{p}</p>" for p in item["text"].split("\n"))
    links = "".join(f'<li><a href="/{n}">خبر آخر رقم {n}</a></li>' for n in range(12))
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{item["title"]} | {item["source"]}</title>
<meta property="og:title" content="{item["title"]}"><meta property="og:site_name" content="{item["source"]}">
<meta property="og:type" content="article"><meta property="article:published_time" content="{item["date"]}T08:00:00+03:00">
<meta name="author" content="محرر الموقع"><link rel="canonical" href="{item["url"]}"></head>
<body><header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{item["title"]}</h1><div class="article-body">{body}</div></article></main>
<aside><h3>اقرأ أيضا</h3><ul>{links}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>"""
