"""What leaves Parallax: the report, workbooks and pictures. Frames in, bytes out; no browser, no network."""
