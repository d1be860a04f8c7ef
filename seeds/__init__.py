"""The sample article that a first start opens."""
