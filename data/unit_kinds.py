"""What units measure."""

import pandas as pd

CURRENCIES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BYR BZD CAD
    CDF CHE CHF CHW CLF CLP CNH CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD
    OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SYP
    SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VEF VES VND VUV WST XAF XCD XCG XDR
    XOF XPF YER ZAR ZMW ZWG ZWL
    """.split()
)
"""The codes of ISO 4217 for the money of today, and of the last years."""
OTHERS = {"percent": "percent", "x": "factor"}


def measured(unit: str, units: pd.DataFrame) -> str:
    """Return what a unit measures: the `figure` of the table of units, else money, percent or factor, else ""."""
    of_table = units.loc[units["unit"] == unit, "figure"]
    if len(of_table) and of_table.iloc[0]:
        return str(of_table.iloc[0])
    return "money" if unit in CURRENCIES else OTHERS.get(unit, "")
