"""The report of an evaluation, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from musnad.evaluate.calibration import gap, reliability
from musnad.evaluate.gold import Coded, Who
from musnad.evaluate.scores import F1, Mistake, Scores


def as_json(scores: Scores, errors: int = 0) -> dict[str, object]:
    """Every figure: those of the reference scorer under its names, then ``by_rule``, ``reliability`` and ``errors``."""
    out = scores.headline()
    out["precision_by_event"] = {event: tally.precision for event, tally in scores.events.items() if tally.predicted}
    out["by_rule"] = {
        rule: {**msgspec.to_builtins(tally), "precision": tally.precision}
        for rule, tally in sorted(scores.rules.items(), key=lambda item: (-item[1].predicted, item[0]))
    }
    for row in out["by_rule"].values():  # type: ignore[attr-defined]
        del row["gold"]  # gold has no rules
    table = reliability((r.confidence, ok) for r, ok in scores.judged if r.confidence is not None)
    out["reliability"] = msgspec.to_builtins(table)
    out["calibration_error"] = gap(table)
    if errors:
        out["errors"] = msgspec.to_builtins(scores.mistakes[:errors])
    return out


def as_text(scores: Scores, *, errors: int = 0, rules: int = 25) -> Iterator[str]:
    """The report in lines. ``rules``: how many rules to list, those that cost most first."""
    yield f"{scores.documents} documents, {scores.counts['gold']} gold records, {scores.counts['predicted']} predicted"
    yield ""
    yield f"{'':12}      P      R     F1"
    for what in ("record", "detect", "trigger", "actors", "recipients"):
        f1 = scores.f1(what)
        yield f"{what:12}  {f1.p:.3f}  {f1.r:.3f}  {f1.f1:.3f}"
    yield ""
    yield "of detected records, the share that agrees on"
    for what in ("speaker", "via", "initiator", "factuality", "mode", "time", "place"):
        share = scores.share(what)
        yield f"{what:12}  {'-' if share is None else f'{share:.3f}'}"
    yield from _events(scores)
    yield from _rules(scores, rules)
    yield from _reliability(scores)
    if errors:
        yield ""
        yield f"the first {min(errors, len(scores.mistakes))} of {len(scores.mistakes)} errors"
        for mistake in scores.mistakes[:errors]:
            yield from _mistake(mistake)


def _events(scores: Scores) -> Iterator[str]:
    yield ""
    yield "event         P      R      F1     right  gold  predicted   (P, R, F1 of detection; right: share of predicted)"
    for event, tally in sorted(scores.events.items(), key=lambda item: (-item[1].gold, item[0])):
        f1 = F1.of(tally.detected, tally.gold, tally.predicted)
        right = "    -" if tally.precision is None else f"{tally.precision:.3f}"
        yield f"{event:12}  {f1.p:.3f}  {f1.r:.3f}  {f1.f1:.3f}  {right}  {tally.gold:4}  {tally.predicted:9}"


def _rules(scores: Scores, most: int) -> Iterator[str]:
    ranked = sorted(scores.rules.items(), key=lambda item: (item[1].right - item[1].predicted, item[0]))
    if not ranked or not most:
        return
    yield ""
    yield f"rule (the {min(most, len(ranked))} of {len(ranked)} that cost most)      predicted  detected  right  precision"
    for rule, tally in ranked[:most]:
        name = rule or "(no rule)"
        yield f"{name:45}  {tally.predicted:9}  {tally.detected:8}  {tally.right:5}  {tally.precision or 0.0:9.3f}"


def _reliability(scores: Scores) -> Iterator[str]:
    table = reliability((r.confidence, ok) for r, ok in scores.judged if r.confidence is not None)
    if not table:
        return
    yield ""
    yield "confidence    records  predicted right  observed right"
    for row in table:
        yield f"{row.low:.2f} - {row.high:.2f}  {row.records:8}  {row.confidence:15.3f}  {row.right:14.3f}"
    yield f"expected calibration error {gap(table):.3f}"


def _mistake(mistake: Mistake) -> Iterator[str]:
    yield ""
    yield f"{mistake.kind} in {mistake.document}" + (f": {', '.join(_differences(mistake))}" if mistake.gold else "")
    for side, record in (("gold", mistake.gold), ("predicted", mistake.predicted)):
        if record is not None:
            yield f"   {side:9} {brief(record)}"


def _differences(mistake: Mistake) -> list[str]:
    """Which of the arguments that must agree do not."""
    gold, predicted = mistake.gold, mistake.predicted
    if gold is None or predicted is None:
        return [gold.event] if gold else []
    out = []
    for what in ("actors", "recipients"):
        if _sorted(getattr(gold, what)) != _sorted(getattr(predicted, what)):
            out.append(what)
    if (gold.speaker.code if gold.speaker else None) != (predicted.speaker.code if predicted.speaker else None):
        out.append("speaker")
    if gold.factuality != predicted.factuality:
        out.append("factuality")
    return out


def _sorted(whos: Sequence[Who] | None) -> list[tuple[str, str]]:
    return sorted((who.country or "", who.sector or "") for who in whos or ())


def brief(record: Coded) -> str:
    """A record on one line."""

    def names(whos: Sequence[Who] | None) -> str:
        return ", ".join(f"{w.name or w.text}[{w.country}/{w.sector}]" for w in whos or ()) or "none"

    mode = f":{record.mode}" if record.mode else ""
    trigger = record.trigger.text if record.trigger else "-"
    parts = [f"{record.event}{mode} «{trigger}» {names(record.actors)} -> {names(record.recipients)}"]
    parts.append(f"speaker {names([record.speaker]) if record.speaker else 'none'}")
    parts.append(record.factuality or "-")
    parts.append(record.time.value or "-" if record.time else "-")
    if record.rule:
        confidence = "" if record.confidence is None else f" {record.confidence:.2f}"
        parts.append(f"{record.rule}{confidence}")
    return " | ".join(parts)
