"""Templates to Markdown with slots: order and words, which are the organisation's to change."""
