"""Where shares are listed, as a text notes it in brackets behind a company: no part of the sentence."""

from __future__ import annotations

import re

_CODE = r"(?=\d*[A-Z])[A-Z0-9]{1,8}(?:\.[A-Z]{1,3})?(?![\w.])"
_EXCHANGE = (
    r"(?:[A-Z][\w.-]*[A-Z][\w.-]*|Nasdaq|Euronext|Xetra|Frankfurt|London|Toronto|Oslo|Ticker|Symbol)"
    r"(?: (?:[A-Z][\w.-]*|code|ticker|symbol)){0,2}"
)
_NUMBERED = r"(?:HKG|HKEX|SEHK|HKSE|SSE|SZSE|SHA|SHE|TYO|TSE|KRX|BOM|BSE): ?\d{3,6}"
_LISTED = (
    rf"(?:{_EXCHANGE}(?:(?:, ?|/| / | and | & ){_EXCHANGE}){{0,3}}: ?{_CODE}|{_NUMBERED}"
    r"|[A-Z0-9]{2,7}\.[A-Z]{1,2}(?![\w.])|\d{3,6}\.(?:HK|SS|SZ|KS|T)\b)"
)
_BRACKET = re.compile(
    rf"[(<\[](?:(?<=\(){_LISTED}(?:(?:[,;|/]| /| and| &| \|)? ?(?:{_LISTED}|{_CODE})){{0,5}}\)"
    r"|(?<=<)(?<!'s <)(?<!s' <)[A-Z0-9]{1,7}\.[A-Z]{1,2}>|(?<=\[)[A-Z0-9]{1,7}\.[A-Z]{1,2}\])"
)


def listings(folded: str) -> list[tuple[int, int]]:
    """Return where the brackets with share codes stand, each with the space before it: "(NYSE, JSE: CVM)", "(CVM.N) (CVM.AX)", "<CVM.N>"."""
    found: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(folded):
        start = match.start()
        start -= folded[start - 1 : start] == " "
        begin = found.pop()[0] if found and found[-1][1] == start else start
        found.append((begin, match.end()))
    return found
