"""The counsellor's desk: their students' plans at a glance, and one by one."""
