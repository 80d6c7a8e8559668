"""The invented province: its places, its households, the mistakes in its lists."""
