"""What the matches of the rules mean, one module a family: explicit and relative dates, weekdays, hours, stretches."""
