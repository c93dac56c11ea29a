Attribute VB_Name = "PitaKinerja"
Option Explicit

' Dibuat oleh python -m kinerja_xl.rebuild dari daftar tombol; jangan diubah di sini.
' Setiap tombol hanya memanggil Python. Bila gagal, xlwings sudah menampilkan pesannya.

Public Sub Kinerja_Periksa(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('periksa')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Himpun(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('himpun')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Nilai(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('nilai')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Distribusi(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('distribusi')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Kunci(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('kunci')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_BukaKunci(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('buka_kunci')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_UmpanBalik(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('umpan_balik')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Surat(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('surat')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Konsolidasi(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('konsolidasi')") <> 0 Then Exit Sub
End Sub

Public Sub Kinerja_Panduan(control As IRibbonControl)
    If RunPython("from kinerja_xl.hosts import excel; excel.press('panduan')") <> 0 Then Exit Sub
End Sub
