package app.pitot.tray;

import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tray of Windows and macOS. AWT starts when it is first entered. */
@UsesAwt("JavaFX has no tray")
final class AwtTray implements TrayPlace {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private final TrayWords words;
    private final TrayListener listener;
    private TrayIcon icon;
    private TrayIcons.Look look;
    private int size;

    AwtTray(TrayWords words, TrayListener listener) {
        this.words = words;
        this.listener = listener;
    }

    @Override
    public boolean there() {
        return true;
    }

    @Override
    public boolean enter(TrayFace face) {
        if (java.awt.GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            LOG.info("AWT finds no tray here");
            return false;
        }
        try {
            var tray = SystemTray.getSystemTray();
            var area = tray.getTrayIconSize();
            size = Math.max(16, Math.min(area.width, area.height));
            look = TrayIcons.Look.of(face, size);
            icon = new TrayIcon(image(face), face.tooltip(), menu());
            icon.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                    if (event.getButton() == MouseEvent.BUTTON1 && event.getClickCount() == 1) {
                        listener.open();
                    }
                }
            });
            tray.add(icon);
            return true;
        } catch (AWTException | UnsupportedOperationException e) {
            LOG.info("the tray takes no icon: {}", e.toString());
            icon = null;
            return false;
        }
    }

    @Override
    public void show(TrayFace face) {
        var now = TrayIcons.Look.of(face, size);
        if (!now.equals(look)) {
            look = now;
            icon.setImage(image(face));
        }
        if (!face.tooltip().equals(icon.getToolTip())) {
            icon.setToolTip(face.tooltip());
        }
    }

    @Override
    public void leave() {
        SystemTray.getSystemTray().remove(icon);
        icon = null;
    }

    private BufferedImage image(TrayFace face) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, size, size, TrayIcons.draw(face, size), 0, size);
        return image;
    }

    private PopupMenu menu() {
        var menu = new PopupMenu();
        menu.add(item(words.open(), listener::open));
        menu.add(item(words.mini(), listener::mini));
        menu.addSeparator();
        menu.add(item(words.quit(), listener::quit));
        return menu;
    }

    private static MenuItem item(String label, Runnable action) {
        var item = new MenuItem(label);
        item.addActionListener(_ -> action.run());
        return item;
    }
}
