"""The part of Kinerja that runs inside LibreOffice: standard library and UNO only, any Python from 3.8."""
