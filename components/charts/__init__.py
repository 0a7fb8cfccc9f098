"""What all charts share, and the charts that several features draw. A feature draws its own."""
