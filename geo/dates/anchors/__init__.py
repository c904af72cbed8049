"""What the words for time count from: publication, the dates told, the day of a quotation, another happening."""
