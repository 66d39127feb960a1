"""The report: a whole comparison as one page that opens anywhere, prints well and holds no script."""
