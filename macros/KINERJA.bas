Attribute VB_Name = "KINERJA"
Option Explicit

' Fungsi untuk sel di Excel for Windows: =KINERJA.CAPAIAN(target; realisasi; arah) dan =KINERJA.PREDIKAT(hasil; perilaku).
' Isinya ada di Python (kinerja_xl.hosts.udf); di Excel for Mac hasilnya #N/A.

Public Function CAPAIAN(target As Variant, realisasi As Variant, Optional arah As Variant = "") As Variant
    #If Mac Then
        CAPAIAN = CVErr(xlErrNA)
    #Else
        On Error GoTo Gagal
        CAPAIAN = XLPy.CallUDF("kinerja_xl.hosts.udf", "capaian", Array(target, realisasi, arah), ActiveWorkbook, Application.Caller)
        Exit Function
Gagal:
        CAPAIAN = CVErr(xlErrValue)
    #End If
End Function

Public Function PREDIKAT(hasil As Variant, perilaku As Variant) As Variant
    #If Mac Then
        PREDIKAT = CVErr(xlErrNA)
    #Else
        On Error GoTo Gagal
        PREDIKAT = XLPy.CallUDF("kinerja_xl.hosts.udf", "predikat", Array(hasil, perilaku), ActiveWorkbook, Application.Caller)
        Exit Function
Gagal:
        PREDIKAT = CVErr(xlErrValue)
    #End If
End Function
