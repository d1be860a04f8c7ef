"""When something happens: words that say so, and the days that they mean in an article of a certain date."""
