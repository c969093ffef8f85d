"""Group 16: coordination of actors, of verbs, and of both; «each of», «beside», «accompanied by», enumerations."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2017-06-05",
        "أعلنت كل من السعودية والإمارات ومصر والبحرين قطع علاقاتها الدبلوماسية مع قطر.",
        fact(
            "SAY",
            "أعلنت",
            a="SAU GOV; ARE GOV; EGY GOV; BHR GOV",
        ),
        fact(
            "SANCTION",
            "قطع",
            a="SAU GOV; ARE GOV; EGY GOV; BHR GOV",
            r="QAT GOV",
        ),
    ),
    Row(
        "2014-03-27",
        "أدانت الجامعة العربية واستنكرت بشدة اقتحام المسجد الأقصى.",
        fact("ACCUSE", "أدانت", a="IGO -"),
        no("ACCUSE", "استنكرت", known="two coordinated synonyms with the same object give two records"),
    ),
    Row(
        "2012-06-30",
        "شارك في اجتماع جنيف وزراء خارجية الولايات المتحدة وروسيا والصين وفرنسا وبريطانيا، إضافة إلى تركيا والعراق.",
        fact(
            "CONSULT",
            "اجتماع",
            a="USA GOV; RUS GOV; CHN GOV; FRA GOV; GBR GOV; TUR GOV; IRQ GOV",
            p="CHE geneva",
        ),
    ),
    Row(
        "2019-12-18",
        "التقى الرئيس اللبناني ميشال عون، إلى جانب رئيس مجلس النواب نبيه بري، وكيل وزارة الخارجية الأميركية ديفيد هيل.",
        fact(
            "CONSULT",
            "التقى",
            a="LBN GOV aoun; LBN LEG berri; USA GOV hale",
        ),
    ),
    Row(
        "2010-10-13",
        "بحث الرئيس الإيراني محمود أحمدي نجاد مع الرئيس اللبناني ورئيسي الحكومة والبرلمان اللبنانيين أوضاع المنطقة في بيروت.",
        fact(
            "CONSULT",
            "بحث",
            a="IRN GOV ahmadinejad; LBN GOV suleiman; LBN GOV hariri; LBN LEG berri",
            p="LBN beirut",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2021-06-08",
        "التقى رئيس المخابرات المصرية عباس كامل كلا من رئيس حكومة الوحدة عبد الحميد الدبيبة واللواء خليفة حفتر.",
        fact(
            "CONSULT",
            "التقى",
            a="EGY SPY kamel; LBY GOV dbeibah; LBY ? haftar",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2015-02-05",
        "دعت فرنسا وألمانيا أوكرانيا والانفصاليين إلى وقف القتال فورا.",
        fact(
            "REQUEST yield",
            "دعت",
            a="FRA GOV; DEU GOV",
            r="UKR GOV; UKR REB",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2016-09-12",
        "قتل الجيش التركي وأصاب عشرات من مسلحي حزب العمال الكردستاني في ولاية هكاري.",
        fact(
            "ASSAULT",
            "قتل",
            a="TUR MIL",
            r="TUR REB",
            p="TUR",
        ),
    ),
    Row(
        "2023-07-03",
        "اقتحم جيش الاحتلال مخيم جنين وقصف منازل واعتقل شبانا وهدم شوارع.",
        fact("ASSAULT", "قصف", a="ISR MIL"),
        fact(
            "COERCE arrest",
            "اعتقل",
            a="ISR MIL",
            r="PSE ?",
        ),
        fact("ASSAULT destroy", "هدم", a="ISR MIL"),
    ),
    Row(
        "2011-03-19",
        "وافقت فرنسا وبريطانيا والولايات المتحدة على فرض حظر جوي على ليبيا وبدأت مقاتلاتها قصف قوات القذافي.",
        fact("AGREE", "وافقت", a="FRA GOV; GBR GOV; USA GOV"),
        fact(
            "ASSAULT",
            "قصف",
            a="FRA MIL; GBR MIL; USA MIL",
            r="LBY MIL",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2018-01-31",
        "زار رئيس الوزراء البلجيكي شارل ميشال برفقة وزير خارجيته ديدييه رايندرز رام الله والتقيا الرئيس محمود عباس.",
        fact(
            "CONSULT",
            "التقيا",
            a="BEL GOV michel; BEL GOV reynders; PSE GOV abbas",
            p="PSE ramallah",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2013-02-16",
        "هددت حركات أنصار الدين والتوحيد والجهاد في غرب أفريقيا فضلا عن تنظيم القاعدة باستهداف المصالح الفرنسية.",
        fact(
            "THREATEN violence",
            "هددت",
            a="MLI REB; IMG REB; IMG REB",
        ),
    ),
    Row(
        "2008-11-30",
        "شجبت مصر والأردن، كما استنكرت السعودية، هجمات مومباي.",
        fact(
            "ACCUSE",
            "شجبت",
            a="EGY GOV; JOR GOV",
        ),
        fact("ACCUSE", "استنكرت", a="SAU GOV"),
    ),
    Row(
        "2022-11-08",
        "التقى الرئيس الجزائري عبد المجيد تبون على هامش قمة شرم الشيخ كلا من الرئيس المصري عبد الفتاح السيسي وأمير قطر الشيخ تميم بن حمد آل ثاني ورئيس المجلس الرئاسي الليبي محمد المنفي.",
        fact(
            "CONSULT",
            "التقى",
            a="DZA GOV tebboune; EGY GOV sisi; QAT GOV tamim; LBY GOV menfi",
        ),
    ),
    Row(
        "2020-01-04",
        "شيع آلاف العراقيين جثماني قاسم سليماني وأبو مهدي المهندس اللذين قتلتهما غارة أميركية قرب مطار بغداد.",
        fact(
            "ASSAULT aerial",
            "غارة",
            a="USA ?",
            r="IRN MIL soleimani; IRQ PRM muhandis",
            p="IRQ baghdad",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2024-06-10",
        "لا حماس ولا إسرائيل قبلتا المقترح الأميركي.",
        fact(
            "AGREE|REJECT",
            "قبلتا",
            a="PSE REB; ISR GOV",
            f="negated|actual",
            known="factuality wrong or the hypothetical event not coded",
        ),
    ),
    Row(
        "2009-11-14",
        "استنكر حزب الوفد وندد بالاعتداء على حافلة المنتخب الجزائري.",
        fact(
            "ACCUSE",
            "استنكر",
            a="EGY PTY",
        ),
        no("ACCUSE", "ندد", known="two coordinated synonyms with the same object give two records"),
    ),
    Row(
        "2020-09-29",
        "تبادل الجيشان الأذربيجاني والأرمني القصف المدفعي على طول خط التماس.",
        fact(
            "ASSAULT heavy-weapons",
            "القصف",
            a="AZE MIL; ARM MIL",
        ),
    ),
    Row(
        "2019-02-26",
        "التقى كل من رئيس حكومة الوفاق فائز السراج وقائد الجيش خليفة حفتر في أبوظبي برعاية أممية.",
        fact(
            "CONSULT",
            "التقى",
            a="LBY GOV sarraj; LBY ? haftar",
            p="ARE dhabi",
        ),
    ),
    Row(
        "2012-01-26",
        "غادر المراقبون السعوديون والقطريون والكويتيون سوريا احتجاجا على استمرار العنف.",
        fact(
            "RETREAT withdraw",
            "غادر",
            a="? ?; ? ?; ? ?",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2017-12-08",
        "اندلعت مواجهات بين شبان فلسطينيين وقوات الاحتلال في رام الله والخليل وبيت لحم أسفرت عن إصابة العشرات.",
        fact("ASSAULT", "مواجهات", a="PSE ?; ISR MIL", p="PSE"),
    ),
    Row(
        "2023-11-11",
        "طالب القادة العرب والمسلمون، وفي مقدمتهم ولي العهد السعودي والرئيس الإيراني، بوقف العدوان على غزة وإدخال المساعدات وكسر الحصار.",
        fact("REQUEST", "طالب", c="وقف العدوان على غزة"),
    ),
    Row(
        "2013-09-07",
        "حذر وزير الخارجية الإيراني والمبعوث الأممي الأخضر الإبراهيمي من تداعيات ضربة عسكرية على سوريا والمنطقة.",
        fact("SAY", "حذر", a="IRN GOV zarif; UNO - brahimi"),
    ),
    Row(
        "2006-07-12",
        "خطف حزب الله جنديين إسرائيليين وقتل ثمانية آخرين في عملية على الحدود.",
        fact("ASSAULT abduct", "خطف", a="LBN PRM", r="ISR MIL"),
        fact(
            "ASSAULT",
            "قتل",
            a="LBN PRM",
            r="ISR MIL",
        ),
    ),
    Row(
        "2022-07-19",
        "التقى رؤساء روسيا وتركيا وإيران في طهران في إطار مسار أستانا.",
        fact(
            "CONSULT",
            "التقى",
            a="RUS GOV putin; TUR GOV erdogan; IRN GOV raisi",
            p="IRN tehran",
        ),
    ),
    Row(
        "2010-05-31",
        "أدانت الكويت والبحرين ولبنان، فضلا عن منظمة المؤتمر الإسلامي، الهجوم على قافلة الحرية.",
        fact(
            "ACCUSE",
            "أدانت",
            a="KWT GOV; BHR GOV; LBN GOV; IGO -",
        ),
    ),
    Row(
        "2021-11-03",
        "اجتمع وزيرا خارجية اليونان نيكوس ديندياس ومصر سامح شكري في أثينا.",
        fact("CONSULT", "اجتمع", a="GRC GOV dendias; EGY GOV shoukry", p="GRC athens"),
    ),
    Row(
        "2018-09-07",
        "التقى رؤساء إيران وروسيا وتركيا في طهران.",
        fact("CONSULT", "التقى", a="IRN GOV rouhani; RUS GOV putin; TUR GOV erdogan"),
    ),
    Row(
        "2009-07-06",
        "وقع الرئيسان أوباما وميدفيديف اتفاقا لخفض الأسلحة النووية.",
        fact("SUPPORT", "وقع", a="USA GOV obama; RUS GOV medvedev"),
    ),
    Row(
        "2022-05-12",
        "اقتحمت الشرطة الحي واعتقلت شبانا، وجرح الجنود وقتل ثمانية آخرين.",
        fact("COERCE", "اعتقلت", a="? COP"),
    ),
    Row(
        "2014-08-05",
        "قصف الجيش العراقي ودمر رتلا لتنظيم داعش غرب الموصل.",
        fact("ASSAULT", "قصف", a="IRQ MIL"),
    ),
    Row(
        "2013-03-18",
        "قتل 12 شرطيا وأصيب آخرون في هجوم انتحاري استهدف مركزا للشرطة في قندهار.",
        fact("ASSAULT", "هجوم", p="AFG kandahar"),
        no("ASSAULT", "قتل"),
    ),
    Row(
        "2019-01-24",
        "جددت المكسيك وكوبا وبوليفيا دعمها للرئيس نيكولاس مادورو.",
        fact("SUPPORT", "دعمها", a="MEX GOV; CUB GOV; BOL GOV", r="VEN GOV maduro"),
    ),
    Row(
        "2018-03-26",
        "وأعلنت ألمانيا وفرنسا وأوكرانيا أيضا أنها ستطرد دبلوماسيين روسا.",
        fact("SANCTION", "ستطرد", a="DEU GOV; FRA GOV; UKR GOV"),
    ),
    Row(
        "2022-03-02",
        "إن 14 دولة من دول الاتحاد الأوروبي قررت طرد دبلوماسيين روس.",
        fact("SANCTION", "طرد", a="- GOV states", r="RUS GOV"),
    ),
    Row("2017-06-05", "أربع دول عربية تقطع علاقاتها مع قطر", fact("SANCTION", "تقطع", a="- GOV", r="QAT GOV")),
    Row(
        "2012-01-09",
        "ودعت ثلاث دول أوروبية إيران إلى الحوار.",
        fact("REQUEST", "دعت", a="- GOV", r="IRN GOV"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_coordination(row: Row, want: Fact) -> None:
    check(row, want)
