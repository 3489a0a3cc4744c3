"""What all imports share: from the cells of somebody's file to events that may be written."""
