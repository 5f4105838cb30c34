## forge
