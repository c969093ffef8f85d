"""Group 22: who fights where the act's own phrase does not say it: the sides of a battle, arms without an owner, whom an
attack is laid at the door of, who undertook an act."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2012-10-03",
        "سيطرت القوات الحكومية على بلدة كيسمايو الصومالية بعد معارك ضارية مع المتمردين.",
        fact("ASSAULT", "معارك", a="SOM MIL; SOM REB"),
    ),
    Row(
        "2019-04-20",
        "دخلت قوات الجيش التشادي في مواجهات مع المتمردين قرب الحدود.",
        fact("ASSAULT", "مواجهات", a="TCD MIL; TCD REB"),
    ),
    Row(
        "2014-08-02",
        "طردت قوات البيشمركة مسلحي داعش من البلدة بعد اشتباكات عنيفة استمرت يومين.",
        fact("ASSAULT", "اشتباكات", a="IRQ MIL peshmerga; IMG REB islamic state"),
    ),
    Row(
        "2006-07-20",
        "قصفت طائرات إسرائيلية مبنى في ضاحية بيروت الجنوبية.",
        fact("ASSAULT", "قصفت", a="ISR MIL"),
    ),
    Row(
        "2009-01-06",
        "قصفت زوارق حربية إسرائيلية شاطئ غزة.",
        fact("ASSAULT", "قصفت", a="ISR MIL", r=""),
    ),
    Row(
        "2013-02-11",
        "قصفت مقاتلات مواقع للمتمردين في حلب.",
        fact("ASSAULT", "قصفت", a="SYR MIL", r="? REB"),
    ),
    Row(
        "2017-12-05",
        "اعتقلت وحدات من الجيش اللبناني ستة أشخاص.",
        fact("COERCE", "اعتقلت", a="LBN MIL", r="LBN UNK"),
    ),
    Row(
        "2016-03-19",
        "قتل ثلاثة من أفراد الشرطة التركية في هجوم نسب إلى المتمردين الأكراد.",
        fact("ASSAULT", "هجوم", a="TUR REB", r="TUR COP"),
    ),
    Row(
        "2013-09-25",
        "قتل عشرون شخصا في نيروبي في هجوم تبنته حركة الشباب الصومالية.",
        fact("ASSAULT", "هجوم", a="SOM REB shabaab"),
    ),
    Row(
        "2011-06-14",
        "سقط قتلى في هجمات يلقى باللوم فيها على حركة طالبان.",
        fact("ASSAULT", "هجمات", a="AFG REB taliban"),
    ),
    Row(
        "2008-05-07",
        "عملية اغتيال نفذها مسلحون في بيروت.",
        fact("ASSAULT", "اغتيال", a="- UAF"),
        no("ASSAULT", "عملية"),
    ),
    Row(
        "2012-02-09",
        "لقي شرطي مصرعه إثر قيام مجهولين يستقلان دراجة نارية بإطلاق النار عليه في عدن.",
        fact("ASSAULT", "إطلاق النار", a="- UAF"),
    ),
    Row(
        "2015-08-01",
        "وقال المصدر إن إقدام مستوطنين إسرائيليين على قتل الرضيع جريمة.",
        fact("ASSAULT", "قتل", a="ISR CVL"),
    ),
    # the object of a verbal noun is a place; a charge is no object
    Row(
        "2015-08-08",
        "اندلعت الاشتباكات بعد مهاجمة الحوثيين القرية فجرا.",
        fact("ASSAULT", "مهاجمة", a="YEM REB houthi", r=""),
    ),
    Row(
        "2014-11-03",
        "اختطاف مواطنين بتهمة الانتماء لداعش في الموصل.",
        fact("ASSAULT", "اختطاف", a="", r="IRQ CVL"),
    ),
    # a prayer's worshippers before the verb did not set off the bomb after it
    Row(
        "2004-12-21",
        "أثناء قيام مجموعة من منسوبي القوات الخاصة بأداء الصلاة في مسجد، حدث تفجير في جموع المصلين.",
        fact("ASSAULT", "تفجير", a=""),
    ),
    # backed by the coalition is not the coalition
    Row(
        "2016-05-02",
        "بدأت المقاومة الشعبية المدعومة من قوات التحالف عملية تحرير أبين اليمنية من الحوثيين.",
        fact("COERCE", "تحرير", a="YEM PRM", r="YEM REB"),
    ),
    # sources tell, they do not attack
    Row(
        "2014-07-22",
        "وقالت المصادر إن الجنود تسللوا إلى القرية العراقية. وقامت بمهاجمة وكر لتنظيم داعش.",
        fact("ASSAULT", "مهاجمة", a="", r="IMG REB"),
    ),
    Row(
        "2015-04-12",
        "وأطلقت قوات الأمن والجماعات المسلحة المتحالفة معها عملية عسكرية في الأنبار ضد داعش.",
        fact("ASSAULT", "عملية", a="IRQ COP; IRQ PRM", r="IMG REB"),
    ),
    # the author told with the second result is the first one's too
    Row(
        "2011-03-05",
        "قتل ثلاثة مدنيين وجرح ستة على أيدي مسلحين مجهولين في كراتشي.",
        fact("ASSAULT", "قتل", a="- UAF", r="PAK CVL; PAK ?"),
        no("ASSAULT", "جرح"),
    ),
    Row(
        "2016-01-13",
        "قتل جنديان في هجوم في جنوب شرق تركيا تم نسبه إلى المتمردين الأكراد.",
        fact("ASSAULT", "هجوم", a="TUR REB", r="TUR MIL"),
    ),
    # arms of whoever spoke
    Row(
        "2018-11-12",
        "وأكدت إسرائيل أن طائراتها قصفت مواقع في غزة.",
        fact("ASSAULT", "قصفت", a="ISR MIL"),
    ),
    # the Islamic State needs no «تنظيم» before it since it has been proclaimed
    Row(
        "2017-03-01",
        "شنت الولايات المتحدة غارات على أهداف الدولة الإسلامية في سوريا.",
        fact("ASSAULT", "غارات", a="USA GOV", r="IMG REB"),
    ),
    # nobody knows which armed group; a noun in «م...ة» after a verb with its object is no adjective
    Row(
        "2013-10-17",
        "قتل خمسة في الهجوم الذي شنته مجموعة مسلحة على فندق في سيفاري.",
        fact("ASSAULT", "الهجوم", a="- UAF"),
    ),
    Row(
        "2020-08-25",
        "قتل مدنيان بانفجار لغم أرضي زرعه الحوثيون في الحديدة.",
        fact("ASSAULT", "انفجار", a="YEM REB houthi", r="YEM CVL"),
    ),
    Row(
        "2017-11-05",
        "أدان المجلس إطلاق الحوثيين صاروخا على الرياض.",
        fact("ASSAULT", "إطلاق", a="YEM REB houthi"),
    ),
    Row(
        "2018-02-24",
        "استمر قصف النظام السوري للمدن أمس.",
        fact("ASSAULT", "قصف", a="SYR GOV", r=""),
    ),
    # passive with its agent
    Row(
        "2011-07-14",
        "وقتل الوزير لاحقا من قبل أحد حراس الرئيس.",
        fact("ASSAULT", "قتل", a="? COP", r="? GOV"),
    ),
    Row("2016-05-26", "واعتقل لاحقا من قبل الشرطة البلجيكية.", fact("COERCE", "اعتقل", a="BEL COP")),
    # people coded as the group they belong to; campaigns; a noun in «ا» takes no genitive; violence to oneself
    Row(
        "2012-08-05",
        "قتل جندي في هجوم شنه مسلحون ينتمون لحزب العمال الكردستاني.",
        fact("ASSAULT", "هجوم", a="TUR REB"),
    ),
    Row(
        "2016-07-11",
        "اعتقلت الشرطة الألمانية أربعة أشخاص يشتبه في انتمائهم إلى تنظيم الدولة الإسلامية.",
        fact("COERCE", "اعتقلت", a="DEU COP", r="IMG REB"),
    ),
    Row(
        "2018-10-02",
        "قتل خمسة متشددين خلال عملية أمنية نفذتها الشرطة الروسية في داغستان.",
        fact("ASSAULT", "قتل", a="RUS COP"),
    ),
    Row(
        "2019-02-10",
        "مقتل ثلاثة إرهابيين في عملية للجيش الجزائري بتيزي وزو.",
        fact("ASSAULT", "مقتل", a="DZA MIL"),
    ),
    Row(
        "2012-07-21",
        "قالت الشرطة إن مسلحا فتح النار داخل صالة سينما في كولورادو فقتل شخصين.",
        fact("ASSAULT", "النار", a="- UAF"),
        fact("ASSAULT", "قتل", a="- UAF", r="USA UNK"),
    ),
    Row("2014-05-24", "وقال إن المسلح قتل نفسه بمسدس.", no("ASSAULT", "قتل")),
    # refugees do not retreat; whose hold a pronoun means; to whom fighters surrender
    Row("2016-12-10", "فر آلاف المدنيين من حلب بعد القصف.", no("RETREAT", "فر")),
    Row("2014-06-11", "فر الجنود العراقيون من مواقعهم في الموصل.", fact("RETREAT", "فر", a="IRQ MIL")),
    Row(
        "2012-04-02",
        "سيطر المتمردون الماليون على المدينة بعد يوم من اكتمال سيطرتهم على المطار.",
        fact("COERCE", "سيطرتهم", a="MLI REB"),
    ),
    Row("2007-06-16", "استسلم عشرات المسلحين للجيش اللبناني.", fact("RETREAT", "استسلم", a="? UAF", r="LBN MIL")),
    Row("2015-08-07", "انشقاقات في الحرس الجمهوري السوري.", fact("RETREAT", "انشقاقات", a="SYR MIL")),
    Row(
        "2015-07-24",
        "اعتقلت الشرطة العشرات خلال المداهمات التي نفذت في أنحاء مختلفة من تركيا.",
        fact("COERCE", "المداهمات", a="TUR COP"),
    ),
    # backed by others in the middle of the clause; Kurds in arms; allies; a series of raids by arms
    Row(
        "2015-07-26",
        "وقال المرصد إن الجيش السوري مدعوما بقوات موالية له سيطر على حي في الحسكة.",
        fact("COERCE", "سيطر", a="SYR MIL"),
    ),
    Row("2017-10-18", "سيطر الأكراد على حي في مدينة الرقة السورية.", fact("COERCE", "سيطر", a="SYR REB")),
    Row(
        "2014-09-23",
        "شنت الولايات المتحدة وحلفاؤها غارات على مواقع داعش في سوريا.",
        fact("ASSAULT", "غارات", a="USA GOV; - GOV", r="IMG REB"),
    ),
    Row(
        "2015-08-10",
        "تحتدم المواجهات بين الحوثيين وحلفائهم الموالين للرئيس السابق علي عبدالله صالح من جهة وقوات المقاومة الشعبية من جهة أخرى.",
        fact("ASSAULT", "المواجهات", a="YEM REB houthi; YEM REB; YEM PRM"),
    ),
    Row(
        "2015-11-16",
        "شنت مقاتلات سلسلة من الغارات على مدينة الرقة السورية.",
        fact("ASSAULT", "الغارات", a="? MIL"),
    ),
    # passive with its agent whatever follows; unarmed people after a force's act; the dead told apart from the sides
    Row(
        "2021-02-28",
        "قتل 18 متظاهرا برصاص قوات الأمن في ميانمار في أكثر الأيام دموية منذ الانقلاب.",
        fact("ASSAULT", "قتل", a="MMR COP", r="MMR CVL"),
    ),
    Row(
        "2023-05-20",
        "قال شهود إن قوات الدعم السريع اقتحمت مستشفى في الخرطوم وطردت المرضى منه.",
        fact("SANCTION", "طردت", a="SDN REB", r="SDN CVL"),
    ),
    Row(
        "2014-07-21",
        "أعلن الجيش الإسرائيلي مقتل سبعة من جنوده في اشتباكات مع مقاتلي حماس.",
        fact("ASSAULT", "اشتباكات", a="PSE REB hamas", r="ISR MIL"),
    ),
    Row(
        "2014-07-21",
        "قتل شاب برصاص الجيش الإسرائيلي خلال مواجهات مع محتجين قرب نابلس.",
        fact("ASSAULT", "مواجهات", a="ISR MIL; PSE CVL"),
    ),
    Row(
        "2018-11-24",
        "أرسل الجيش النيجيري تعزيزات إلى بورنو ونفذت طائراته غارات على المتمردين لدى انسحابهم.",
        fact("MOBILIZE", "أرسل", a="NGA MIL"),
        no("MOBILIZE", "تعزيزات"),
        fact("RETREAT", "انسحابهم", a="NGA REB"),
    ),
    # nominative and accusative plurals are two phrases; a ruler's adherents hold no office; whose army
    Row("2011-02-02", "واحتجز مجهولون صحفيين أجانب في القاهرة.", fact("COERCE", "احتجز", a="- UAF", r="? JRN")),
    Row(
        "2011-02-02",
        "هاجم أنصار الرئيس حسني مبارك محتجين في القاهرة.",
        fact("ASSAULT", "هاجم", a="EGY CVL", r="EGY CVL"),
    ),
    Row(
        "2005-09-12",
        "انسحب آخر الجنود الإسرائيليين من قطاع غزة، وأغلق الجيش معبر كيسوفيم.",
        fact("COERCE", "أغلق", a="ISR MIL"),
    ),
    # who undertakes, who merely ends or records; the two sides told last; bombers nobody knows
    Row("2024-03-20", "أدان المجلس استئناف إسرائيل قصف غزة.", fact("ASSAULT", "قصف", a="ISR GOV")),
    Row("2015-08-08", "القوات المالية تنهي عملية احتجاز الرهائن بفندق في سيفاري", fact("ASSAULT", "احتجاز", a="")),
    Row(
        "2015-08-10",
        "تدور مواجهات بين الحوثيين وقوات المقاومة الشعبية. وأشار المصدر إلى استمرار اشتباكات بين الطرفين في إب.",
        fact("ASSAULT", "اشتباكات", a="YEM REB; YEM PRM"),
    ),
    Row("2015-07-22", "فجرت فتاتان نفسيهما في سوق بشمال الكاميرون.", fact("ASSAULT", "فجرت", a="- UAF")),
    Row(
        "2019-10-11",
        "تعرضت القرية لقصف مدفعي من قلعة القاهرة في تعز.",
        fact("ASSAULT", "قصف", a=""),
    ),
    # the hurt are no authors; predicates of «كان» and circumstances of an act of force stay in what is told
    Row("2015-08-07", "أحد الطلاب المصابين بتفجير المسجد يروي ما حدث.", fact("ASSAULT", "تفجير", a="")),
    Row(
        "2013-09-18",
        "وقال المصدر إن الطيران السوري قصف المدينة مستهدفا مواقع المعارضة.",
        fact("ASSAULT", "مستهدفا", a="SYR MIL", s="? UNK"),
    ),
    Row(
        "2002-05-28",
        "قالت الشرطة الفلبينية إن مسلحا كان متورطا في خطف سياح.",
        fact("ASSAULT", "خطف", a="- UAF", s="PHL COP"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_forces(row: Row, want: Fact) -> None:
    check(row, want)
