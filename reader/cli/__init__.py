"""What `diploreader ...` accepts on the command line."""
