"""Print the claims of an article: python examples/first_claims.py."""

from datetime import date
from pathlib import Path

from mineralclaims import OwnershipStake, ReserveEstimate, extract_claims

ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")

claims = extract_claims(ARTICLE, published=date(2025, 3, 31))
print(claims)
for claim in claims.of(ReserveEstimate, OwnershipStake):
    print(f"\n{claim!r}")
    print(f"  where:  {claim.span.start} to {claim.span.end}, in {claim.sentence.of(ARTICLE)!r}")
    print(f"  source: {claim.attribution}")
    print("  why:")
    for reason in claim.explain():
        print(f"    {reason}")
