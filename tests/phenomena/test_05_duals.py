"""Group 5: duals and plurals that refer back («the two ministers», «both sides», «the three states»)."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2010-03-11",
        "استقبل الرئيس السوري بشار الأسد في دمشق رئيس الوزراء اللبناني سعد الحريري. وأكد الجانبان أهمية تعزيز التعاون.",
        fact("SAY", "أكد", a="SYR GOV assad; LBN GOV hariri"),
    ),
    Row(
        "2014-11-28",
        "التقى الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي فرنسوا هولاند في باريس. واتفق الرئيسان على دعم الاستقرار في ليبيا.",
        fact("AGREE", "اتفق", a="EGY GOV sisi; FRA GOV hollande", by="dual"),
    ),
    Row(
        "2018-02-27",
        "عقد وزير الخارجية المغربي ناصر بوريطة جلسة عمل مع وزير الخارجية الإسباني ألفونسو داستيس في الرباط، وشدد الوزيران على محاربة الهجرة السرية.",
        fact("SAY", "شدد", a="MAR GOV bourita; ESP GOV dastis"),
    ),
    Row(
        "2022-07-15",
        "اجتمع الرئيس الفلسطيني محمود عباس بالرئيس الأميركي جو بايدن في بيت لحم، وعقد الرئيسان مؤتمرا صحافيا أكدا فيه التمسك بحل الدولتين.",
        fact(
            "SAY",
            "أكدا",
            a="PSE GOV abbas; USA GOV biden",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2013-06-05",
        "التقى وفد من مصر وفدا إثيوبيا في الخرطوم لبحث أزمة السد. ورفض الطرفان تقديم تنازلات.",
        fact("REJECT", "رفض", a="EGY ?; ETH ?", by="dual"),
    ),
    Row(
        "2017-06-06",
        "قررت السعودية والإمارات والبحرين قطع العلاقات مع قطر. وأغلقت الدول الثلاث أجواءها أمام الطائرات القطرية.",
        fact("SANCTION", "قطع", a="SAU GOV; ARE GOV; BHR GOV", r="QAT GOV"),
        fact(
            "COERCE|SANCTION",
            "أغلقت",
            a="SAU GOV; ARE GOV; BHR GOV",
            r="QAT ?",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2020-10-24",
        "أعلنت السودان وإسرائيل تطبيع العلاقات، واتفق البلدان على بدء التعاون الاقتصادي.",
        fact(
            "AGREE",
            "اتفق",
            a="SDN GOV; ISR GOV",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2012-08-08",
        "بحث وزيرا خارجية تركيا أحمد داود أوغلو وإيران علي أكبر صالحي في أنقرة مصير المخطوفين.",
        fact(
            "CONSULT",
            "بحث",
            a="TUR GOV davutoglu; IRN GOV salehi",
            p="TUR ankara",
        ),
    ),
    Row(
        "2019-03-24",
        "اختتم قادة مصر والأردن والعراق قمة ثلاثية في القاهرة. وأعرب القادة الثلاثة عن دعمهم لوحدة سوريا.",
        fact(
            "SUPPORT",
            "دعم",
            a="EGY GOV; JOR GOV; IRQ GOV",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2008-08-13",
        "اتفق الرئيسان اللبناني ميشال سليمان والسوري بشار الأسد على إقامة علاقات دبلوماسية بين البلدين.",
        fact(
            "AGREE",
            "اتفق",
            a="LBN GOV suleiman; SYR GOV assad",
        ),
    ),
    Row(
        "2016-08-09",
        "التقى بوتين وأردوغان في سان بطرسبورغ، وأبدى الزعيمان رغبة في تجاوز أزمة الطائرة.",
        fact("CONSULT", "التقى", a="RUS GOV putin; TUR GOV erdogan"),
        fact("SAY", "أبدى", a="RUS GOV putin; TUR GOV erdogan"),
    ),
    Row(
        "2023-05-11",
        "وقع ممثلو الجيش السوداني وقوات الدعم السريع في جدة إعلانا لحماية المدنيين، وتعهد الطرفان السماح بمرور المساعدات.",
        fact(
            "SUPPORT",
            "وقع",
            a="SDN MIL; SDN REB",
        ),
        fact(
            "AGREE",
            "تعهد",
            a="SDN MIL; SDN REB",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2007-02-08",
        "وقعت حركتا فتح وحماس اتفاق مكة برعاية سعودية، وتعهدت الحركتان بوقف الاقتتال.",
        fact("SUPPORT", "وقع", a="PSE GOV fatah; PSE REB hamas"),
        fact("AGREE", "تعهدت", a="PSE GOV fatah; PSE REB hamas"),
    ),
    Row(
        "2021-01-05",
        "وصل أمير قطر الشيخ تميم بن حمد آل ثاني إلى العلا حيث استقبله ولي العهد السعودي الأمير محمد بن سلمان، وتعانق الرجلان قبل أن يبحثا المصالحة.",
        fact(
            "CONSULT",
            "يبحثا",
            a="QAT GOV tamim; SAU GOV salman",
        ),
    ),
    Row(
        "2015-01-09",
        "قتلت الشرطة الفرنسية الشقيقين سعيد وشريف كواشي. وكان الاثنان قد هاجما مقر صحيفة شارلي إيبدو.",
        fact(
            "ASSAULT",
            "هاجما",
            a="FRA ?; FRA ?",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2018-06-12",
        "التقى الرئيس الأميركي دونالد ترامب والزعيم الكوري الشمالي كيم جونغ أون في سنغافورة، ووقع الاثنان وثيقة مشتركة.",
        fact("CONSULT", "التقى", a="USA GOV trump; PRK GOV kim", p="SGP"),
        fact(
            "SUPPORT",
            "وقع",
            a="USA GOV trump; PRK GOV kim",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2010-09-14",
        "التقى عباس ونتنياهو في شرم الشيخ بحضور كلينتون. وقال ميتشل إن الطرفين بحثا تمديد تجميد الاستيطان.",
        fact(
            "CONSULT",
            "بحثا",
            a="PSE GOV abbas; ISR GOV netanyahu",
            s="USA GOV mitchell",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2021-02-05",
        "انتخب ملتقى الحوار الليبي محمد المنفي رئيسا للمجلس الرئاسي وعبد الحميد الدبيبة رئيسا للحكومة. وتعهد الاثنان بإجراء الانتخابات في موعدها.",
        fact(
            "AGREE",
            "تعهد",
            a="LBY GOV menfi; LBY GOV dbeibah",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2009-01-18",
        "دعت فرنسا وبريطانيا وألمانيا وإيطاليا إلى تثبيت الهدنة، وعرضت الدول الأربع إرسال سفن لمراقبة الساحل.",
        fact(
            "AGREE",
            "عرضت",
            a="FRA GOV; GBR GOV; DEU GOV; ITA GOV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2023-06-12",
        "أجرى وزيرا خارجية الأردن ومصر محادثات في عمان. ورفض الوزيران أي تهجير للفلسطينيين.",
        fact(
            "CONSULT",
            "محادثات",
            a="JOR GOV safadi; EGY GOV shoukry",
        ),
        fact(
            "REJECT",
            "رفض",
            a="JOR GOV safadi; EGY GOV shoukry",
        ),
    ),
    Row(
        "2016-07-25",
        "بحث رئيسا أركان الجيشين اللبناني والأميركي التعاون العسكري في واشنطن.",
        fact(
            "CONSULT",
            "بحث",
            a="LBN MIL; USA MIL",
            p="USA washington",
        ),
    ),
    Row(
        "2013-03-19",
        "تبادل النظام السوري والمعارضة الاتهامات باستخدام غاز سام في خان العسل.",
        fact(
            "ACCUSE allege",
            "الاتهامات|تبادل",
            a="SYR GOV; SYR ?",
            r="SYR GOV; SYR ?",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_duals(row: Row, want: Fact) -> None:
    check(row, want)
