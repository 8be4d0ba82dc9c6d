"""What happened: triggers, roles, time, factuality and weight of each event."""
