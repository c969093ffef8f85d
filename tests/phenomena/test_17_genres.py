"""Group 17: news genres: agency dispatch, official cable, press review, daily brief, column, live blog."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # Official cables: a congratulation or condolence is CONSULT and SUPPORT.
    Row(
        "2014-06-08",
        "بعث صاحب السمو أمير البلاد الشيخ صباح الأحمد الجابر الصباح ببرقية تهنئة إلى الرئيس عبد الفتاح السيسي رئيس جمهورية مصر العربية الشقيقة عبر فيها عن خالص تهانيه بمناسبة توليه الرئاسة.",
        fact("CONSULT", "برقية", a="KWT GOV sabah", r="EGY GOV sisi"),
        fact("SUPPORT", "تهنئة", a="KWT GOV sabah", r="EGY GOV sisi"),
        title="سمو الأمير يهنئ السيسي",
    ),
    Row(
        "2021-04-10",
        "أرسل عاهل البلاد المفدى حضرة صاحب الجلالة الملك حمد بن عيسى آل خليفة برقية تعزية ومواساة إلى الملكة إليزابيث الثانية في وفاة الأمير فيليب.",
        fact(
            "CONSULT",
            "برقية",
            a="BHR GOV hamad",
            r="GBR GOV elizabeth",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
        fact(
            "SUPPORT",
            "تعزية",
            a="BHR GOV hamad",
            r="GBR GOV elizabeth",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2018-11-18",
        "مسقط - العمانية: تلقى حضرة صاحب الجلالة السلطان قابوس بن سعيد برقيات تهان من إخوانه قادة الدول العربية بالعيد الوطني.",
        fact("SUPPORT", "تهان", r="OMN GOV qaboos", known="homograph: another reading of the trigger or name wins"),
        no("SAY", ":"),
    ),
    # Agency dispatches with datelines: neither the dateline nor the agency is a link.
    Row(
        "2009-08-24",
        "الخرطوم (رويترز) - قال مسؤول سوداني يوم الاثنين إن متمردين هاجموا قافلة للأمم المتحدة في دارفور.",
        fact(
            "SAY",
            "قال",
            a="SDN GOV",
            s="-",
            t="2009-08-24",
        ),
        fact(
            "ASSAULT",
            "هاجموا",
            a="SDN REB",
            r="UNO -",
            s="SDN GOV",
            v="-",
            p="SDN darfur",
        ),
    ),
    Row(
        "2016-03-22",
        "القدس (أ ف ب) - هدمت جرافات بلدية القدس الإسرائيلية منزلين في حي سلوان، حسبما أفاد مركز معلومات وادي حلوة.",
        fact(
            "ASSAULT destroy",
            "هدمت",
            a="ISR GOV",
            s="PSE ?",
            v="-",
            known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject",
        ),
        no("SAY", "أ ف ب"),
    ),
    Row(
        "2020-06-20",
        "القاهرة 20 يونيو 2020 (أ ش أ) أكد الرئيس عبد الفتاح السيسي أن سرت والجفرة خط أحمر.",
        fact(
            "SAY",
            "أكد",
            a="EGY GOV sisi",
            s="-",
            c="سرت والجفرة خط أحمر",
        ),
    ),
    # Press review: what a paper writes is on its word.
    Row(
        "2013-09-02",
        "جولة في الصحافة العالمية: رأت صحيفة الغارديان البريطانية أن تردد أوباما شجع الأسد، فيما قالت نيويورك تايمز إن الإدارة الأميركية سلحت المعارضة سرا.",
        fact("SAY", "رأت", a="GBR JRN guardian"),
        fact("SAY", "قالت", a="USA JRN new york"),
        fact(
            "AID",
            "سلحت",
            a="USA GOV",
            r="SYR ?",
            s="USA JRN new york",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2011-12-19",
        "واهتمت الصحف المصرية الصادرة اليوم باشتباكات مجلس الوزراء؛ فكتبت الأهرام أن الجيش أخلى ميدان التحرير بالقوة.",
        fact(
            "SAY",
            "كتبت",
            a="EGY JRN ahram",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        fact("ASSAULT", "اشتباكات", s="EGY JRN", known="speaker or via lost or wrong"),
    ),
    Row(
        "2015-11-02",
        'أبرزت صحيفة "لوموند" الفرنسية دعوة الرئيس فرنسوا هولاند بشار الأسد إلى الرحيل.',
        fact("SAY", "أبرزت", a="FRA JRN monde"),
        fact(
            "REQUEST",
            "دعوة",
            a="FRA GOV hollande",
            r="SYR GOV assad",
            s="FRA JRN monde",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    # Daily brief of many items: no item leaks into the next.
    Row(
        "2014-08-21",
        "عمان: أوقفت السلطات الأردنية القيادي الإسلامي محمد سعيد بكر.\n\nالرباط: دعا المغرب إلى هدنة في غزة.\n\nالخرطوم: رفض حزب الأمة المعارض المشاركة في الحوار.",
        fact(
            "COERCE arrest",
            "أوقفت",
            a="JOR GOV",
            r="JOR ?",
            p="-",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
        fact("REQUEST yield", "دعا", a="MAR GOV"),
        fact(
            "REJECT",
            "رفض",
            a="SDN ? umma",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        no("SAY", ":", known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject"),
        title="أخبار موجزة",
    ),
    Row(
        "2012-12-05",
        "طهران تعلن إسقاط طائرة استطلاع أميركية\n\nأعلنت إيران أمس أنها أسرت طائرة بلا طيار.\n\nباكستان تفرج عن قادة من طالبان\n\nأفرجت السلطات الباكستانية عن تسعة من حركة طالبان الأفغانية.",
        fact("SAY", "أعلنت", a="IRN GOV", t="2012-12-04"),
        fact("RETREAT release", "أفرجت", a="PAK GOV", r="AFG REB", t="-"),
    ),
    # Columns: opinion without political acts gives no record; a past act told as fact does.
    Row(
        "2010-03-05",
        "لا أحد يسأل المثقف العربي عن أحلامه، ولا أحد يصغي إلى قلقه حين يكتب. كأن الكلمات ريش في مهب الريح.",
        no(),
        title="ريش",
    ),
    Row(
        "2019-02-03",
        "ارتفعت أسعار الخضار في الأسواق هذا الأسبوع بسبب الصقيع، وتوقعت الأرصاد الجوية انحسار موجة البرد.",
        no(),
        title="الطقس والأسواق",
    ),
    Row(
        "2018-07-16",
        "هزم المنتخب الفرنسي نظيره الكرواتي وهاجم مدربه التحكيم بعد الفوز بكأس العالم في موسكو.",
        no("ASSAULT"),
        no("CONSULT"),
    ),
    # Live blogs: a time stamp before each item.
    Row(
        "2021-08-15",
        "14:20 مقاتلو طالبان يدخلون كابول من كل الجهات\n\n15:05 الرئيس الأفغاني أشرف غني يغادر البلاد\n\n16:40 السفارة الأميركية في كابول تدعو رعاياها إلى الاحتماء",
        fact(
            "REQUEST",
            "تدعو",
            a="USA GOV",
            r="USA CVL",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2023-10-07",
        "09:12 - حماس تعلن إطلاق خمسة آلاف صاروخ على إسرائيل\n10:45 - نتنياهو: نحن في حالة حرب\n11:30 - الجيش الإسرائيلي يستدعي جنود الاحتياط",
        fact("SAY", "تعلن", a="PSE REB"),
        fact(
            "SAY",
            ":",
            a="ISR GOV netanyahu",
            c="نحن في حالة حرب",
        ),
        fact("MOBILIZE", "يستدعي", a="ISR MIL"),
    ),
    # Interview: question and answer.
    Row(
        "2017-04-20",
        "قال الرئيس السوري بشار الأسد في مقابلة مع وكالة سبوتنيك الروسية إن الهجوم الكيميائي في خان شيخون مفبرك.",
        fact("SAY", "قال", a="SYR GOV assad", r="RUS JRN sputnik"),
    ),
    # Obituaries and protocol.
    Row(
        "2006-12-30",
        "نفذ حكم الإعدام شنقا بالرئيس العراقي السابق صدام حسين فجر السبت في بغداد.",
        fact(
            "ASSAULT",
            "الإعدام",
            r="IRQ ELI hussein",
            t="2006-12-30TMO",
            p="IRQ baghdad",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    # Accidents and crime without politics make no record; a policeman's arrest does.
    Row("2022-08-14", "اندلع حريق في كنيسة أبو سيفين بإمبابة وأسفر عن وفاة 41 شخصا بسبب ماس كهربائي.", no("ASSAULT")),
    Row(
        "2024-03-29",
        "أوقفت مصالح الأمن بولاية البليدة شبكة لترويج المخدرات مكونة من خمسة أشخاص.",
        fact("COERCE arrest", "أوقفت", a="DZA COP"),
    ),
    Row(
        "2012-10-28",
        "بيروت - رويترز: قال الجيش اللبناني إنه أوقف مسلحين في طرابلس.",
        fact("SAY", "قال", a="LBN MIL", s="-"),
        fact(
            "COERCE arrest",
            "أوقف",
            a="LBN MIL",
            s="LBN MIL",
            v="-",
            p="LBN tripoli",
        ),
    ),
    Row(
        "2019-01-15",
        "نواكشوط - (وأم): دعت وزارة الداخلية الموريتانية الأحزاب إلى الالتزام بالقانون.",
        fact("REQUEST", "دعت", a="MRT GOV", r="? PTY"),
        no("SAY", ":"),
    ),
    Row(
        "2016-07-30",
        "عواصم - وكالات\nأكد وزير الدفاع التركي فكري إيشيك تسريح مئات الضباط.",
        fact("SAY", "أكد", a="TUR GOV"),
    ),
    Row(
        "2008-12-10",
        "بعث فخامة رئيس الجمهورية العماد ميشال سليمان برقية تعزية إلى نظيره الهندي بضحايا هجمات مومباي.",
        fact(
            "CONSULT",
            "برقية",
            a="LBN GOV suleiman",
            r="IND GOV",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
        fact(
            "SUPPORT",
            "تعزية",
            a="LBN GOV suleiman",
            r="IND GOV",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
        title="سليمان يعزي نظيره الهندي",
    ),
    Row(
        "2020-07-03",
        "هنأ جلالة السلطان هيثم بن طارق الرئيس الأميركي دونالد ترامب بذكرى استقلال بلاده.",
        fact(
            "SUPPORT",
            "هنأ",
            a="OMN GOV haitham",
            r="USA GOV trump",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2013-12-02",
        "من الصحافة الإسرائيلية: كتب المحلل العسكري في صحيفة يديعوت أحرونوت أليكس فيشمان أن الجيش يستعد لضرب إيران.",
        fact(
            "SAY",
            "كتب",
            a="ISR JRN",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2014-07-09",
        "- سقوط صاروخ على أسدود دون إصابات.\n- الطيران الإسرائيلي يقصف منزلا في خان يونس.\n- أبو عبيدة: سنضرب تل أبيب إذا استمر العدوان.",
        fact("ASSAULT", "يقصف", a="ISR MIL", p="PSE khan"),
        fact(
            "SAY|THREATEN",
            ":|سنضرب",
            a="PSE REB",
            known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject",
        ),
    ),
    Row("2021-05-31", "س: هل التقيتم المسؤولين الأميركيين؟\nج: لم ألتق أحدا منهم.", no("SAY", ":")),
    Row(
        "2015-06-18",
        "رمضان كريم. كلما جاء هذا الشهر تذكرت دمشق القديمة وحاراتها وأذان مغربها، وتذكرت أن الحرب لا تقتل الحجر وحده.",
        no(None, "تذكرت"),
        title="دمشق التي في البال",
    ),
    Row(
        "2010-01-03",
        "توفي المفكر المغربي محمد عابد الجابري إثر مرض، وشيع جثمانه في الدار البيضاء بحضور وزراء وسفراء.",
        no("ASSAULT"),
        no("CONSULT"),
    ),
    Row(
        "2018-12-05",
        "نظمت السفارة الكويتية في تونس معرضا للكتاب افتتحه وزير الثقافة التونسي.",
        no("MOBILIZE"),
        no("ASSAULT"),
        no("PROTEST"),
    ),
    Row(
        "2015-07-24",
        "شهد محيط مطار تعز اشتباكات عنيفة بين المقاومة الشعبية والحوثيين، وسط غارات للتحالف، فيما أكد مصدر طبي سقوط عشرات القتلى.",
        fact(
            "ASSAULT",
            "اشتباكات",
            a="YEM PRM; YEM REB",
            p="YEM taiz",
            known="code (country or sector) of a found mention is wrong or null",
        ),
        fact("SAY", "أكد", a="YEM ?"),
        title="اليمن: معارك في تعز",
    ),
    Row(
        "2022-11-01",
        "الجزائر- انطلقت الثلاثاء أعمال القمة العربية الحادية والثلاثين بحضور الأمين العام للأمم المتحدة أنطونيو غوتيريش.",
        fact("CONSULT", "القمة|أعمال", f="actual"),
        no("SAY"),
    ),
    Row(
        "2018-02-14",
        "(أ.ش.أ): استقبل شيخ الأزهر الدكتور أحمد الطيب سفير أذربيجان بالقاهرة.",
        fact("CONSULT visit", "استقبل", a="AZE GOV", r="EGY REL tayeb"),
        no("SAY", ":"),
    ),
    Row(
        "2010-09-25",
        "الأهرام:\nالرئيس مبارك يستقبل المبعوث الأميركي.\nالمصري اليوم:\nاعتقال 20 من الإخوان في الإسكندرية.",
        fact(
            "COERCE arrest",
            "اعتقال",
            r="EGY ?",
            p="EGY alexandria",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        title="أقوال الصحف المصرية",
    ),
    Row(
        "2021-08-26",
        "عاجل | البنتاغون: انفجار خارج مطار كابل",
        fact("SAY", ":", a="USA ?", known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject"),
        fact(
            "ASSAULT explosives",
            "انفجار",
            s="USA ?",
            p="AFG kabul",
            known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject",
        ),
    ),
    Row(
        "2014-04-02",
        "عمان - بترا - أدان رئيس الوزراء الدكتور عبدالله النسور إغلاق المسجد الأقصى.",
        fact("ACCUSE", "أدان", a="JOR GOV ensour"),
    ),
    Row(
        "2016-02-08",
        "لا أدري لماذا يصر وزير الخارجية العراقي إبراهيم الجعفري على زيارة بكين، لكنني أعرف أنه زار طهران خمس مرات العام الماضي.",
        fact("CONSULT visit", "زار", a="IRQ GOV jaafari", r="IRN GOV", t="2015"),
    ),
    Row(
        "2012-09-12",
        "اقرأ أيضا: اغتيال السفير\nقتل السفير الأميركي في ليبيا كريستوفر ستيفنز في هجوم على قنصلية بلاده في بنغازي مساء الثلاثاء.",
        fact("ASSAULT", "هجوم", t="2012-09-11TEV", p="LBY benghazi"),
        no("ASSAULT", "اغتيال"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_genres(row: Row, want: Fact) -> None:
    check(row, want)
