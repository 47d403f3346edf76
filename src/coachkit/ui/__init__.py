"""The screens: thin views on the desks, for Voila and JupyterLab alike."""
