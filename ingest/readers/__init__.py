"""From files, pages, records and standard input to articles of the contract."""
