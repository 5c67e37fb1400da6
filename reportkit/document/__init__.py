"""The block model: what stands in a document, apart from how it is drawn."""
