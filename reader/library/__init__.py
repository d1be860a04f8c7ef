"""What the world wrote: articles in SQLite, and the disposable index beside them."""
