# Registers a daily check at 02:15 on Windows. Run once, in PowerShell as administrator.
$folder = 'C:\korvaus'
$run = 'korvaus batch "workspaces/*" --out summary --quiet --log-file korvaus.log'
$action = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument "/c $run" -WorkingDirectory $folder
$trigger = New-ScheduledTaskTrigger -Daily -At 02:15
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName 'korvaus' -Action $action -Trigger $trigger -Settings $settings
