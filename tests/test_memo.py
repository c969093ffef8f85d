"""The memory of words met is bounded, keeps what is met again, and forgets what is not."""

from __future__ import annotations

from musnad.text.memo import Memo


def met(memo: Memo[int], word: str) -> int | None:
    found = memo.get(word)
    return memo.recall(word) if found is None else found


def test_holds_at_most_twice_its_limit() -> None:
    memo: Memo[int] = Memo(100)
    for n in range(10_000):
        memo.keep(f"w{n}", n)
    assert len(memo) + len(memo.old) <= 200


def test_a_word_met_again_and_again_stays() -> None:
    memo: Memo[int] = Memo(10)
    memo.keep("قال", 1)
    for n in range(1000):
        memo.keep(f"w{n}", n)
        if n % 5 == 0:
            assert met(memo, "قال") == 1


def test_a_word_not_met_again_goes() -> None:
    memo: Memo[int] = Memo(10)
    memo.keep("نادر", 1)
    for n in range(30):
        memo.keep(f"w{n}", n)
    assert met(memo, "نادر") is None
