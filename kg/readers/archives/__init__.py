"""What holds files of any format: ZIP, TAR, and single packed files."""
