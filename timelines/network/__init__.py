"""The chronology network: what all dates and order facts together allow, and what they do not."""
