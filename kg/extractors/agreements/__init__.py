"""Treaties, ceasefires, accords and resolutions, named in full or taken up again."""
