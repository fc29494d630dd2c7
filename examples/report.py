"""Write report.html, the article with its claims marked: python examples/report.py."""

from datetime import date
from pathlib import Path

from mineralclaims import extract_claims

ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")

claims = extract_claims(ARTICLE, published=date(2025, 3, 31))
report = Path("report.html")
claims.to_html(report)
print(f"{len(claims)} claims written to {report}")
