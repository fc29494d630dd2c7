"""What is said around a claim: one file a field."""
