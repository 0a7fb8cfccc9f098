from data.tables import Tables, load
from data.files import TablesError
