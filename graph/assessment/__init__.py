"""What analysts think of sources and claims, by the Admiralty scheme: their word, beside what the articles say."""
