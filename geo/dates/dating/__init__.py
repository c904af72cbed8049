"""The time of one event: which expression its trigger word hangs on, or what stands in for one."""
