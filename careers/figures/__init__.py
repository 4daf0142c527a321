"""Official figures as students see them: read by the code of the occupation, each with its source, date and place."""
