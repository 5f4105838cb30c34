## review
