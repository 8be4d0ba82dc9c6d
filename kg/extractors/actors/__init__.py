"""Who: people, groups and organisations, with the entity each stands for."""
