"""Who was there: journeys gathered out of the engine, one answer under all definitions, where the data are wrong, and what misleads."""
