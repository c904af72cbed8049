"""Why words that a rule has matched are no time after all."""
