"""Who it is that says something: an entity, a group, a document, or somebody whom the text leaves open."""
